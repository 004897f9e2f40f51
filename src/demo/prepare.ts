import type { App } from '../context.ts';

export async function prepareDemo(
  _app: App,
  _options: { mode: 'auto' | 'load' | 'off'; isEmbedded: boolean; print: (line: string) => void },
): Promise<string | null> {
  return Promise.resolve(null);
}
