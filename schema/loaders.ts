import DataLoader from 'dataloader';
import type { Ctx } from '../src/context.ts';

/**
 * A batched read for fields that hang on their parent's id: one DataLoader a context, made when first asked for. A
 * delivered event has a context of its own, so nothing is remembered from one event to the next.
 */
export function batched<Id, Value>(
  read: (ctx: Ctx, ids: readonly Id[]) => Promise<readonly Value[]>,
): (ctx: Ctx, id: Id) => Promise<Value> {
  const loaders = new WeakMap<Ctx, DataLoader<Id, Value>>();
  return (ctx, id) => {
    let loader = loaders.get(ctx);
    if (!loader) {
      loader = new DataLoader((ids) => read(ctx, ids));
      loaders.set(ctx, loader);
    }
    return loader.load(id);
  };
}
