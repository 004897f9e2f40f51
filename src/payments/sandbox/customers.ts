import { unixTime, type Call, type Reply } from './call.ts';
import type { CustomerObject } from './objects.ts';
import { group } from './params.ts';
import { getObject, insertObject, newId } from './store.ts';

/** POST /v1/customers */
export async function createCustomer({ tx, params, now }: Call): Promise<Reply> {
  const customer: CustomerObject = {
    id: newId('cus'),
    object: 'customer',
    created: unixTime(now),
    livemode: false,
    metadata: group(params, 'metadata'),
  };
  await insertObject(tx, customer, now);
  return { status: 200, body: customer };
}

/** GET /v1/customers/:id */
export async function retrieveCustomer({ tx, id }: Call): Promise<Reply> {
  return { status: 200, body: await getObject(tx, 'customer', id) };
}
