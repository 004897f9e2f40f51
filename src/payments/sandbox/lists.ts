/** Lists as the API answers them: newest first, a page at a time. */
import type { Call, Reply } from './call.ts';
import type { ObjectOf, ObjectType } from './objects.ts';
import { text, wholeNumber } from './params.ts';
import { listObjects, type Condition } from './store.ts';

const MOST = 100;
/** Beyond any date; Postgres takes no more digits for one. */
const END_OF_TIME = 99_999_999_999;

/** With `created[gte]`, `created[lt]`, `limit` and `starting_after`. `shown` gives what is answered of one. */
export async function list<T extends ObjectType>(
  { tx, params }: Call,
  type: T,
  condition: Condition,
  url: string,
  shown: (object: ObjectOf<T>) => object = (object) => object,
): Promise<Reply> {
  const limit = Math.min(wholeNumber(params, 'limit', 10), MOST);
  const found = await listObjects(tx, type, condition, {
    createdFrom: wholeNumber(params, 'created[gte]', 0),
    createdBefore: wholeNumber(params, 'created[lt]', END_OF_TIME),
    after: text(params, 'starting_after'),
    limit: limit + 1,
  });
  const has_more = found.length > limit;
  return { status: 200, body: { object: 'list', url, has_more, data: found.slice(0, limit).map(shown) } };
}
