import type { Sql } from '../src/db/client.ts';
import { encodeId } from '../src/db/id.ts';
import { moneyStatements, readSeededMoney, type MoneySize, type SeededMoney } from './seed-money.ts';

export interface Size extends MoneySize {
  readonly shops: number;
  readonly productsPerShop: number;
  readonly customers: number;
  /** Each customer talks to so many shops. */
  readonly chatsPerCustomer: number;
  readonly messagesPerChat: number;
}

/** What the load needs to know of the database. */
export interface Seeded extends SeededMoney {
  readonly handles: readonly string[];
  /** With shops, each with the token of its customer. */
  readonly chats: readonly { readonly id: string; readonly token: string }[];
}

/** Fills an empty, migrated database with bulk SQL that the doctor finds nothing wrong with. */
export async function seed(sql: Sql, size: Size, told: (line: string) => void): Promise<Seeded> {
  for (const [what, statement] of statements(size)) {
    const start = performance.now();
    await sql.unsafe(statement);
    told(`  ${what.padEnd(24)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  const shops = await sql<{ handle: string }[]>`select handle from businesses order by handle`;
  const chats = await sql<{ id: string; token: string }[]>`
    select c.id, 'bottega_' || p.phone as token from conversations c join people p on p.id = c.person_id
    where c.business_id is not null`;
  return {
    ...(await readSeededMoney(sql, size)),
    handles: shops.map(({ handle }) => handle),
    chats: chats.map(({ id, token }) => ({ id: encodeId('cnv', id), token })),
  };
}

/** By what each one makes. Ids are UUIDv7 as the server makes them, so that new rows lie together as they would. */
function statements(size: Size): [what: string, sql: string][] {
  return [
    [
      'people and sessions',
      `with customers as (
         insert into people (id, phone, name, language, country)
         select uuidv7(), '+9198' || (10000000 + n), 'Customer ' || n, 'en', 'IN'
         from generate_series(1, ${size.customers + size.shops}) n returning id, phone
       )
       insert into sessions (id, person_id, token_hash, device, expires_at)
       select uuidv7(), id, sha256(convert_to('bottega_' || phone, 'UTF8')), 'bench', now() + interval '1 day'
       from customers`,
    ],
    [
      'shops, owners, pictures',
      `with shops as (
         insert into businesses (id, handle, name, category, country, currency, image_id)
         select uuidv7(), 'bench-' || n, 'Shop ' || n, 'Groceries', 'IN', 'INR', null
         from generate_series(1, ${size.shops}) n returning id, handle
       ), owners as (
         insert into staff (business_id, person_id, role)
         select s.id, p.id, 'OWNER' from shops s
         join people p on p.phone = '+9198' || (10000000 + ${size.customers} + substr(s.handle, 7)::int)
       )
       insert into images (id, business_id, content_type, bytes, size)
       select uuidv7(), id, 'image/svg+xml', convert_to('<svg xmlns="http://www.w3.org/2000/svg"/>', 'UTF8'), 41
       from shops`,
    ],
    [
      'products',
      `with made as (
         insert into products (id, business_id, name, description, sku, currency, price_minor, sale_price_minor, image_ids)
         select uuidv7(), i.business_id, 'Product ' || n, 'What is said of product ' || n, 'SKU-' || n, 'INR',
                1000 + n, case when n % 5 = 0 then 900 end, array[i.id]
         from generate_series(1, ${size.productsPerShop}) n, images i returning id, sku
       )
       insert into stock (product_id, received) select id, length(sku) % 7 * 10 from made`,
    ],
    [
      'conversations',
      `with chats as (
         insert into conversations (id, person_id, business_id, last_sequence)
         select uuidv7(), p.id, b.id, ${size.messagesPerChat}
         from (select id from people order by phone limit ${size.customers}) p,
              (select id from businesses order by handle limit ${size.chatsPerCustomer}) b
         returning id, person_id, business_id
       )
       insert into conversation_members (conversation_id, party_id, delivered_sequence, read_sequence)
       select id, party, ${size.messagesPerChat}, ${size.messagesPerChat}
       from chats, unnest(array[person_id, business_id]) party`,
    ],
    [
      'messages',
      `insert into messages
         (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id, client_id, content, sent_at, updated_at)
       select uuidv7(at - now()), c.id, n, case when n % 2 = 0 then 'BUSINESS' else 'PERSON' end,
              case when n % 2 = 0 then c.business_id else c.person_id end,
              case when n % 2 = 0 then s.person_id else c.person_id end,
              'client-' || n, jsonb_build_object('type', 'text', 'text', 'What was said in message ' || n), at, at
       from generate_series(1, ${size.messagesPerChat}) n
       cross join lateral (select now() - make_interval(mins => ${size.messagesPerChat} - n) as at) moment
       cross join conversations c join staff s on s.business_id = c.business_id`,
    ],
    [
      'events',
      `with started as (
         select id, 'conversation.started' as type, 1 as sequence, id as conversation_id, null::uuid as message_id, now() as at
         from conversations
         union all select id, 'message.sent', sequence + 1, conversation_id, id, sent_at from messages
       ), stamped as (
         insert into event_log (position, id, type, subject_id, sequence, topics, payload, occurred_at)
         select row_number() over w, row_number() over w, e.type, c.id, e.sequence,
                array['conversation:' || c.id, 'inbox:' || c.person_id, 'inbox:' || c.business_id],
                jsonb_strip_nulls(jsonb_build_object('conversationId', c.id, 'messageId', e.message_id)), e.at
         from started e join conversations c on c.id = e.conversation_id
         window w as (order by e.sequence, c.id)
       )
       insert into event_subjects (subject_id, sequence) select id, ${size.messagesPerChat + 1} from conversations`,
    ],
    [
      'the head of the log',
      `update event_log_head set position = (select max(position) from event_log);
       select setval(pg_get_serial_sequence('outbox', 'id'), (select position from event_log_head))`,
    ],
    ...moneyStatements(size),
    ['vacuum, analyze', 'vacuum analyze'],
    ['checkpoint', 'checkpoint'],
  ];
}
