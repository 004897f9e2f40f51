/** The three answers of the baseline, each with the statements that the server runs for it. */
import { v7 } from 'uuid';
import type { Sql } from '../src/db/client.ts';
import { decodeId, encodeId } from '../src/db/id.ts';

interface Call {
  readonly sql: Sql;
  /** The person who calls. */
  readonly me: string;
  readonly publicUrl: string;
}

export type Handler = (call: Call, input: Record<string, unknown>) => Promise<unknown>;

function idOf(input: unknown): string {
  return decodeId(String(input))?.uuid ?? '';
}

function cursorOf(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export const productsPage: Handler = async ({ sql, publicUrl }, { handle, first }) => {
  const limit = Number(first);
  const [shop] = await sql<{ id: string }[]>`
    select id, handle, name, description, category, country, currency, image_id, created_at, updated_at
    from businesses where handle = ${String(handle)}`;
  const rows = await sql<ProductRow[]>`
    select p.id, p.business_id, p.name, p.description, p.sku, p.unit, p.state, p.currency, p.price_minor,
           p.sale_price_minor, p.sale_starts_at, p.sale_ends_at, p.image_ids, p.created_at, p.updated_at,
           s.tracked, s.free, s.held, s.sold
    from products p join stock s on s.product_id = p.id
    where p.business_id = ${shop?.id ?? null} and p.state = 'ACTIVE' order by p.id limit ${limit + 1}`;
  const now = new Date();
  const edges = rows.slice(0, limit).map((row) => ({ node: productOf(row, now, publicUrl) }));
  const last = rows[edges.length - 1]?.id.replaceAll('-', '') ?? '';
  const pageInfo = {
    hasNextPage: rows.length > limit,
    endCursor: Buffer.from(last, 'hex').toString('base64url'),
  };
  return { data: { business: { products: { edges, pageInfo } } } };
};

interface ProductRow {
  id: string;
  name: string;
  currency: string;
  price_minor: bigint;
  sale_price_minor: bigint | null;
  sale_starts_at: string | null;
  sale_ends_at: string | null;
  image_ids: string[];
  tracked: boolean;
  free: bigint;
}

function productOf(row: ProductRow, now: Date, publicUrl: string): unknown {
  const onSale =
    row.sale_price_minor !== null &&
    (row.sale_starts_at === null || new Date(row.sale_starts_at) <= now) &&
    (row.sale_ends_at === null || new Date(row.sale_ends_at) > now);
  const digits = String(onSale ? row.sale_price_minor : row.price_minor).padStart(3, '0');
  const [image] = row.image_ids;
  return {
    id: encodeId('prd', row.id),
    name: row.name,
    price: { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currencyCode: row.currency },
    photo: image === undefined ? null : { url: `${publicUrl}/images/${encodeId('img', image)}` },
    availability: !row.tracked || row.free > 0n ? 'IN_STOCK' : 'OUT_OF_STOCK',
  };
}

export const messagesPage: Handler = async ({ sql, me }, { id, last }) => {
  const limit = Number(last);
  const [conversation] = await sql<{ id: string }[]>`
    select id, person_id, business_id, other_person_id, last_sequence, created_at from conversations c
    where id = any(${[idOf(id)]}) and (person_id = ${me} or other_person_id = ${me}
      or exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}))`;
  if (!conversation) return { data: { node: null } };
  const found = await sql<MessageRow[]>`
    select id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id, client_id, content,
           sent_at, updated_at
    from messages where conversation_id = ${conversation.id} order by sequence desc limit ${limit + 1}`;
  const rows = found.slice(0, limit).toReversed();
  const sides = (kind: string) => [
    ...new Set(rows.filter((row) => row.sender_kind === kind).map((row) => row.sender_party_id)),
  ];
  const [people, shops] = await Promise.all([
    sql<PartyRow[]>`
      select id, phone, name, language, country, operator, created_at, updated_at
      from people where id = any(${sides('PERSON')})`,
    sql<PartyRow[]>`
      select id, handle, name, description, category, country, currency, image_id, created_at, updated_at
      from businesses where id = any(${sides('BUSINESS')})`,
  ]);
  const parties = new Map<string | null, { id: string; name: string }>();
  for (const { id, name } of people) parties.set(id, { id: encodeId('per', id), name });
  for (const { id, name } of shops) parties.set(id, { id: encodeId('biz', id), name });
  const edges = rows.map((row) => ({
    node: {
      id: encodeId('msg', row.id),
      sequence: Number(row.sequence),
      sentAt: new Date(row.sent_at).toISOString(),
      content: { text: row.content.text },
      sender: parties.get(row.sender_party_id) ?? null,
    },
  }));
  const pageInfo = {
    hasPreviousPage: found.length > limit,
    startCursor: rows[0] === undefined ? null : cursorOf(String(rows[0].sequence)),
  };
  return { data: { node: { messages: { edges, pageInfo } } } };
};

interface MessageRow {
  id: string;
  sequence: bigint;
  sender_kind: string;
  sender_party_id: string | null;
  content: { text?: string };
  sent_at: string;
}

interface PartyRow {
  id: string;
  name: string;
}

export const sendMessage: Handler = async ({ sql, me }, { conversationId, clientId, content }) => {
  const conversation = idOf(conversationId);
  const { text } = content as { text: string };
  if (!/^[\x21-\x7e]{8,64}$/.test(String(clientId)) || text.trim() === '' || text.length > 4_096) {
    return { data: { messageSend: { message: null, userErrors: [{ code: 'INVALID_INPUT' }] } } };
  }
  const id = v7();
  const now = new Date().toISOString();
  const message = await sql.begin(async (tx) => {
    const [seat] = await tx<
      { person_id: string; business_id: string | null; other_person_id: string | null }[]
    >`
      select c.person_id, c.business_id, c.other_person_id, c.last_sequence,
             exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff
      from conversations c where c.id = ${conversation} for no key update of c`;
    if (!seat || (seat.person_id !== me && seat.other_person_id !== me)) return null;
    const appended = tx<{ sequence: bigint }[]>`
      with conversation as (
        update conversations set last_sequence = last_sequence + 1 where id = ${conversation}
        returning last_sequence
      ), members as (
        update conversation_members m set
          active_at = ${now},
          delivered_sequence = case when m.party_id = ${me} then c.last_sequence else m.delivered_sequence end,
          read_sequence = case when m.party_id = ${me} then c.last_sequence else m.read_sequence end
        from conversation c where m.conversation_id = ${conversation}
      ), message as (
        insert into messages (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id,
                              client_id, content, sent_at, updated_at)
        select ${id}, ${conversation}, last_sequence, 'PERSON', ${me}, ${me}, ${String(clientId)},
               ${JSON.stringify({ type: 'text', text })}, ${now}, ${now}
        from conversation
      )
      select last_sequence as sequence from conversation`.execute();
    const other = seat.business_id ?? seat.other_person_id;
    const recorded = tx`
      with subject as (
        insert into event_subjects as s (subject_id, sequence) values (${conversation}, 1)
        on conflict (subject_id) do update set sequence = s.sequence + 1
        returning s.sequence
      )
      insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
      select 'message.sent', ${conversation}, sequence,
             ${[`conversation:${conversation}`, `inbox:${seat.person_id}`, `inbox:${other}`]},
             ${JSON.stringify({ conversationId: conversation, messageId: id })}, ${now}
      from subject`;
    const [[sent]] = await Promise.all([appended, recorded]);
    return { id: encodeId('msg', id), sequence: Number(sent?.sequence), sentAt: now };
  });
  return { data: { messageSend: { message, userErrors: [] } } };
};
