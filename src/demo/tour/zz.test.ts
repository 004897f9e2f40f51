import { it } from 'vitest';
import { pino } from 'pino';
import { startTestServer } from '../../testing/server.ts';
import { loadDemo } from '../load.ts';
import { runTour } from './run.ts';
import { openStage } from './stage.ts';
it('x', { timeout: 300_000 }, async () => {
  const server = await startTestServer({ worksJobs: true, log: pino({ level: 'warn' }, pino.destination('/tmp/tour-errors.log')) });
  let text = '';
  try {
    await loadDemo(server.app, () => {});
    for (let i = 0; i < 6; i++) {
      const t = performance.now();
      await runTour(openStage({ write: (s) => (text += s), columns: 120, colours: false }), `${server.url}/graphql`);
      console.log(`TOOK ${performance.now() - t}\n`);
    }
  } finally { await server.stop(); }
});
