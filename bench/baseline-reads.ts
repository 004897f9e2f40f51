/** The baseline's queries, each with the statements that the server runs for it. */
import { encodeId } from '../src/db/id.ts';
import { idOf, type Handler } from './baseline-call.ts';

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
