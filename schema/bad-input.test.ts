import { getNamedType, isInputObjectType, type GraphQLField } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../src/db/id.ts';
import {
  makeCard,
  makeOrder,
  makePerson,
  makeProduct,
  makeShop,
  type TestPerson,
} from '../src/testing/factories.ts';
import { CARD_NUMBER, hostileInputs, plainValue } from '../src/testing/hostile-input.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';
import { schema } from './index.ts';

// Every mutation of the schema, with every field of its input wrong in every way: a new mutation is covered by itself.

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  ({ name }) => name !== 'signOut',
);

let server: TestServer;
let owner: TestPerson;
let stranger: TestPerson;
let ids: Record<string, string>;
const logged: string[] = [];

beforeAll(async () => {
  server = await startTestServer({
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
  });
  const shop = await makeShop(server);
  const product = await makeProduct(shop);
  const asha = await makePerson(server);
  const cardId = await makeCard(asha);
  const orderId = await makeOrder(asha, product);
  const [row] = await server.app.sql<{ cart: string; line: string; conversation: string }[]>`
    select o.cart_id as cart, l.id as line, o.conversation_id as conversation
    from orders o join order_lines l on l.order_id = o.id`;
  owner = asha;
  stranger = await makePerson(server, { name: 'Mallory' });
  ids = {
    businessId: shop.publicId,
    personId: asha.publicId,
    sessionId: encodeId('ses', asha.sessionId),
    productId: product.publicId,
    imageId: encodeId('img', product.id),
    conversationId: encodeId('cnv', row?.conversation ?? ''),
    cartId: encodeId('crt', row?.cart ?? ''),
    lineId: encodeId('oln', row?.line ?? ''),
    orderId: encodeId('ord', orderId),
    paymentId: encodeId('pay', orderId),
    cardId: encodeId('crd', cardId),
  };
});
afterAll(() => server.stop());

interface Answer {
  readonly data?: Record<string, { userErrors: { code: string }[] } | null> | null;
  readonly errors?: { message: string; extensions?: { code?: string } }[];
}

async function call(
  who: TestPerson,
  mutation: GraphQLField<unknown, unknown>,
  input: unknown,
): Promise<Answer> {
  const type = String(mutation.args[0]?.type);
  const query = `mutation ($input: ${type}) { ${mutation.name}(input: $input) { userErrors { code message path } } }`;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return (await response.json()) as Answer;
}

const isRefused = (answer: Answer, name: string) =>
  answer.errors !== undefined || (answer.data?.[name]?.userErrors.length ?? 0) > 0;

/** Everything that people own, as one checksum a table. */
async function contents(): Promise<unknown> {
  const tables = await server.app.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'sandbox') and tablename not in ('sessions', 'sign_in_codes', 'outbox', 'event_log', 'event_log_head')
    order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await server.app.sql.unsafe(
        `select md5(string_agg(t::text, ',' order by t::text)) as sum from ${name} t`,
      );
      return [name, row?.['sum'] as unknown];
    }),
  );
}

describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', (name, mutation) => {
  const inputType = getNamedType(mutation.args[0]?.type);
  if (!isInputObjectType(inputType)) throw new Error(`${name} has no input`);

  it('answers everything that is wrong with a clear error, and changes nothing', async () => {
    const before = await contents();
    let accepted = 0;
    for (const { what, input } of hostileInputs(inputType, ids)) {
      for (const who of [stranger, owner]) {
        const answer = await call(who, mutation, input);
        const codes = answer.errors?.map((error) => error.extensions?.code) ?? [];
        expect(codes, `${what}: ${JSON.stringify(answer)}`).not.toContain('INTERNAL');
        expect(codes, what).not.toContain(undefined);
        if (JSON.stringify(input).includes(CARD_NUMBER)) expect(codes, what).toEqual(['BAD_USER_INPUT']);
        if (!isRefused(answer, name)) accepted += 1;
      }
    }
    if (accepted === 0) expect(await contents()).toEqual(before);
  });

  it("does nothing with what is somebody else's", async () => {
    const before = await contents();
    const answer = await call(stranger, mutation, plainValue(inputType, 'input', ids));
    const takesIds = JSON.stringify(plainValue(inputType, 'input', ids)).match(/"[a-z]{3}_[0-9a-z]{26}"/);
    if (takesIds && name !== 'conversationStart' && name !== 'cartLineAdd') {
      expect(isRefused(answer, name), JSON.stringify(answer)).toBe(true);
      expect(await contents()).toEqual(before);
    }
    expect(JSON.stringify(answer)).not.toContain('INTERNAL');
  });
});

it('has logged no card number', () => {
  const text = logged.join('\n');
  expect(text).not.toContain(CARD_NUMBER);
  expect(text).not.toContain(CARD_NUMBER.replaceAll(' ', ''));
});
