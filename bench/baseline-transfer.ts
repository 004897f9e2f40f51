/** The baseline's transfer of money: the transaction that the server makes, in the same round trips. */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { encodeId } from '../src/db/id.ts';
import { PLATFORM } from '../src/ledger/rules.ts';
import { idOf, type Asks, type Handler } from './baseline-call.ts';
import { appendMessage, recordEvent, takeSeat } from './baseline-send.ts';

const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata', dateStyle: 'short' });

const refused = (code: string) => ({
  data: { moneySend: { transfer: null, userErrors: [{ code, message: code, path: [] }] } },
});

export const transferMoney: Handler = async ({ sql, me }, input) => {
  const { amount, note, idempotencyKey } = input as {
    amount: { amount: string; currencyCode: string };
    note: string;
    idempotencyKey: string;
  };
  const minor = BigInt(amount.amount.replace('.', ''));
  const conversation = idOf(input['conversationId']);
  if (!/^[\x21-\x7e]{8,128}$/.test(idempotencyKey) || minor <= 0n || note.length > 200)
    return refused('INVALID_INPUT');
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');

  const transferId = await sql.begin(async (tx) => {
    const fresh = await tx`
      insert into idempotency_keys (actor_id, key, command, request_hash) values (${me}, ${idempotencyKey}, 'moneySend', ${hash})
      on conflict do nothing returning key`;
    if (fresh.length === 0) return null;
    const seat = await takeSeat(tx, conversation, me);
    if (!seat?.other_person_id || seat.blocked_by.length > 0) return null;
    const other = seat.person_id === me ? seat.other_person_id : seat.person_id;
    const transfer = {
      id: v7(),
      conversation,
      me,
      other,
      minor,
      note,
      currency: amount.currencyCode,
      day: CALENDAR.format(new Date()),
      now: new Date().toISOString(),
    };
    if (!(await move(tx, transfer))) return null;
    await tx`
      update idempotency_keys set result = ${JSON.stringify({ transferId: transfer.id })}
      where actor_id = ${me} and key = ${idempotencyKey}`;
    return transfer.id;
  });
  if (transferId === null) return refused('REFUSED');
  const [row] = await sql<{ fee_minor: bigint; state: string; created_at: string }[]>`
    select id, conversation_id, message_id, request_id, sender_id, recipient_id, currency, amount_minor, fee_minor,
           wallet_minor, card_minor, payment_id, note, state, counted_on, reversal_reason, created_at, updated_at
    from transfers where id = any(${[transferId]})
      and (sender_id = ${me} or (recipient_id = ${me} and state in ('SUCCEEDED', 'REVERSED')))`;
  if (!row) return refused('REFUSED');
  const fee = String(row.fee_minor).padStart(3, '0');
  const transfer = {
    id: encodeId('trf', transferId),
    createdAt: new Date(row.created_at).toISOString(),
    state: row.state,
    fee: { amount: `${fee.slice(0, -2)}.${fee.slice(-2)}` },
  };
  return { data: { moneySend: { transfer, userErrors: [] } } };
};

interface NewTransfer {
  id: string;
  conversation: string;
  me: string;
  other: string;
  minor: bigint;
  currency: string;
  note: string;
  day: string;
  now: string;
}

/** False when it may not be. */
async function move(tx: Asks, transfer: NewTransfer): Promise<boolean> {
  const { id, conversation, me, other, minor, currency, note, day, now } = transfer;
  const [, markets, accounts] = await Promise.all([
    shareSwitches(tx),
    marketsOf(tx, [me, other]),
    lockAccounts(tx, transfer),
  ]);
  const [mine, theirs] = [me, other].map((person) => markets.find((market) => market.id === person));
  const accountOf = (kind: string, owner: string) =>
    accounts.find((account) => account.kind === kind && account.owner_id === owner);
  const [from, to] = [accountOf('WALLET', me), accountOf('WALLET', other)];
  const fees = accountOf('PLATFORM_FEES', PLATFORM);
  if (!mine || !from || !to || !fees || mine.currency !== currency || theirs?.currency !== currency)
    return false;
  if (!mine.may_send || !theirs.may_send) return false;
  const fee = (minor * BigInt(mine.fee_basis_points ?? 0) + 5_000n) / 10_000n;
  if (from.balance_minor - from.held_minor < minor + fee) return false;

  const postings = [
    { debit: from.id, credit: to.id, amount: minor },
    { debit: from.id, credit: fees.id, amount: fee },
  ].filter((posting) => posting.amount > 0n);
  const message = {
    id: v7(),
    conversation,
    sender: me,
    other,
    clientId: null,
    content: { type: 'transfer', transferId: id },
    now,
  };
  const [[counted]] = await Promise.all([
    count(tx, transfer),
    appendMessage(tx, message),
    book(tx, transfer, postings),
  ]);
  if (!counted || minor > mine.per_transfer_minor) return false;
  const inMonth = BigInt(counted.earlier) + counted.today;
  if (counted.today > mine.per_day_minor || inMonth > mine.per_month_minor) return false;

  const inserted = tx`
    insert into transfers (id, conversation_id, message_id, request_id, sender_id, recipient_id, currency, amount_minor,
                           fee_minor, wallet_minor, card_minor, payment_id, note, state, counted_on, reversal_reason,
                           created_at, updated_at)
    values (${id}, ${conversation}, ${message.id}, ${null}, ${me}, ${other}, ${currency}, ${minor}, ${fee}, ${minor + fee},
            ${0n}, ${null}, ${note}, ${'SUCCEEDED'}, ${day}, ${null}, ${now}, ${now})`.execute();
  const event = {
    type: 'money.sent',
    subject: id,
    topics: [`wallet:${me}`, `wallet:${other}`],
    payload: { transferId: id, conversationId: conversation },
    now,
  };
  await Promise.all([inserted, recordEvent(tx, event)]);
  return true;
}

/** Holds the countries' switches still until the commit, as the server does. */
function shareSwitches(tx: Asks) {
  return tx`select pg_advisory_xact_lock_shared(7316004::bigint)`.execute();
}

function marketsOf(tx: Asks, people: string[]) {
  return tx<
    {
      id: string;
      currency: string;
      per_transfer_minor: bigint;
      per_day_minor: bigint;
      per_month_minor: bigint;
      fee_basis_points: number | null;
      may_send: boolean;
    }[]
  >`
    select p.id, m.currency, m.time_zone, l.per_transfer_minor, l.per_day_minor, l.per_month_minor,
           f.share_basis_points as fee_basis_points,
           s.state = 'ON' or exists (
             select from pilot_members i where i.country = p.country and i.person_id = p.id
           ) as may_send
    from people p join markets m on m.country = p.country
    left join money_limits l on l.country = m.country and l.currency = m.currency
    left join market_features s on s.country = m.country and s.feature = 'SEND_MONEY'
    left join lateral (
      select share_basis_points from fee_rules
      where country = m.country and service = 'MONEY_TRANSFER' and plan is null and effective_from <= now()
      order by effective_from desc limit 1
    ) f on true
    where p.id = any(${people})`.execute();
}

function lockAccounts(tx: Asks, { me, other, currency }: NewTransfer) {
  const kinds = ['WALLET', 'WALLET', 'PROVIDER_CLEARING', 'PLATFORM_FEES'];
  return tx<{ id: string; kind: string; owner_id: string; balance_minor: bigint; held_minor: bigint }[]>`
    with wanted as (
      select a.id, a.kind, a.owner_id, a.strict
      from unnest(${kinds}::text[], ${[me, other, PLATFORM, PLATFORM]}::uuid[]) as n (kind, owner_id)
      join ledger_accounts a on a.kind = n.kind and a.owner_id = n.owner_id and a.currency = ${currency}
    ), locked as (
      select a.id, a.kind, a.owner_id, a.balance_minor, a.held_minor from ledger_accounts a
      where a.id in (select id from wanted where strict) order by a.id for no key update
    )
    select id, kind, owner_id, balance_minor, held_minor from locked
    union all select id, kind, owner_id, 0, 0 from wanted where not strict`.execute();
}

function count(tx: Asks, { me, currency, day, minor }: NewTransfer) {
  return tx<{ today: bigint; earlier: string }[]>`
    with counted as (
      insert into transfer_days as d (person_id, currency, day, sent_minor) values (${me}, ${currency}, ${day}, ${minor})
      on conflict on constraint transfer_days_pkey do update set sent_minor = d.sent_minor + excluded.sent_minor
      returning sent_minor
    )
    select sent_minor as today, (
      select coalesce(sum(sent_minor), 0)::text from transfer_days
      where person_id = ${me} and currency = ${currency}
        and day >= date_trunc('month', ${day}::date)::date and day < ${day}::date
    ) as earlier
    from counted`.execute();
}

function book(
  tx: Asks,
  { id, currency, now }: NewTransfer,
  postings: { debit: string; credit: string; amount: bigint }[],
) {
  return tx`
    with journal as (
      insert into ledger_journals (id, kind, subject_id, description, created_at)
      values (${v7()}, ${'transfer'}, ${id}, ${'Money between people'}, ${now})
      returning id
    )
    insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor, created_at)
    select j.id, p.debit, p.credit, ${currency}, p.amount, ${now}
    from journal j, unnest(${postings.map((one) => one.debit)}::uuid[], ${postings.map((one) => one.credit)}::uuid[],
                           ${postings.map((one) => one.amount.toString())}::bigint[])
      with ordinality as p (debit, credit, amount, place)
    order by p.place`.execute();
}
