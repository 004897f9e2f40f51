import type { Sql } from '../src/db/client.ts';
import { encodeId } from '../src/db/id.ts';
import { PLATFORM } from '../src/ledger/rules.ts';

export interface MoneySize {
  readonly payers: number;
  /** Each payer has so many chats, with a person each who has a wallet too. */
  readonly payeesPerPayer: number;
  /** The journals of the wallet with a long history, and of the one with a short one; both even. */
  readonly long: number;
  readonly short: number;
}

/** What the load needs to know of people with money. */
export interface SeededMoney {
  /** Between two people, each with the token of the one who pays; no two neighbours share a payer. */
  readonly paidChats: readonly { readonly id: string; readonly token: string }[];
  readonly longToken: string;
  readonly shortToken: string;
  readonly people: readonly { readonly id: string; readonly token: string }[];
}

/** In minor units: what every wallet begins with, a gift of the platform, and what goes back and forth in a history. */
const OPENING = 100_000_000;
const STEP = 100;

/** The people of this file, by their number from 1. */
const phoneOf = (n: number | string) => `'+9197' || (10000000 + ${n})`;

/** The two wallets with a history come last, each followed by the one that it deals with. */
function historiesFrom({ payers, payeesPerPayer }: MoneySize): number {
  return payers * (1 + payeesPerPayer) + 1;
}

/** By what each one makes, as in seed.ts. */
export function moneyStatements(size: MoneySize): [what: string, sql: string][] {
  const histories = historiesFrom(size);
  return [
    [
      'people with wallets',
      `with made as (
         insert into people (id, phone, name, language, country)
         select uuidv7(), ${phoneOf('n')}, 'Person ' || n, 'en', 'IN' from generate_series(1, ${histories + 3}) n
         returning id, phone
       ), sessions as (
         insert into sessions (id, person_id, token_hash, device, expires_at)
         select uuidv7(), id, sha256(convert_to('bottega_' || phone, 'UTF8')), 'bench', now() + interval '1 day' from made
       )
       insert into ledger_accounts (id, kind, owner_id, currency, strict)
       select uuidv7(), 'WALLET', id, 'INR', true from made
       union all select uuidv7(), kind, '${PLATFORM}', 'INR', false
       from unnest(array['PROVIDER_CLEARING', 'PLATFORM_FEES']) kind`,
    ],
    [
      'opening balances',
      `with booked as (
         insert into ledger_journals (id, kind, subject_id, description)
         select uuidv7(), 'opening', owner_id, 'Opening balance' from ledger_accounts where kind = 'WALLET'
         returning id, subject_id
       )
       insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor)
       select b.id, fees.id, wallet.id, 'INR', ${OPENING}
       from booked b join ledger_accounts wallet on wallet.owner_id = b.subject_id
       join ledger_accounts fees on fees.kind = 'PLATFORM_FEES'`,
    ],
    [
      'chats between people',
      `with chats as (
         insert into conversations (id, person_id, other_person_id)
         select uuidv7(), least(payer.id, payee.id), greatest(payer.id, payee.id)
         from generate_series(1, ${size.payers * size.payeesPerPayer}) n
         join people payer on payer.phone = ${phoneOf(`1 + n % ${size.payers}`)}
         join people payee on payee.phone = ${phoneOf(`${size.payers} + n`)}
         order by n returning id, person_id, other_person_id
       ), members as (
         insert into conversation_members (conversation_id, party_id)
         select id, party from chats, unnest(array[person_id, other_person_id]) party
       ), subjects as (
         insert into event_subjects (subject_id, sequence) select id, 1 from chats
       )
       insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
       select 'conversation.started', id, 1,
              array['conversation:' || id, 'inbox:' || person_id, 'inbox:' || other_person_id],
              jsonb_build_object('conversationId', id), now()
       from chats`,
    ],
    ['a long history', history(histories, size.long)],
    ['a short history', history(histories + 2, size.short)],
  ];
}

/**
 * Money that goes back and forth between a person and the next one. The triggers would update the same two rows for
 * every posting, in one transaction, which takes ever longer; so the balances that they would have set are set here.
 */
function history(person: number, journals: number): string {
  return `
    begin;
    set local session_replication_role = replica;
    with made as materialized (
      select n, uuidv7() as id, now() - make_interval(secs => ${journals} - n) as at, n % 2 = 1 as out
      from generate_series(1, ${journals}) n
    ), journals as (
      insert into ledger_journals (id, kind, subject_id, description, created_at)
      select id, 'history', id, 'Back and forth', at from made order by n
    )
    insert into ledger_postings (journal_id, debit_account_id, credit_account_id, currency, amount_minor,
                                 debit_balance_minor, credit_balance_minor, created_at)
    select m.id, case when out then one.id else other.id end, case when out then other.id else one.id end,
           'INR', ${STEP}, ${OPENING} - case when out then ${STEP} else 0 end,
           ${OPENING} + case when out then ${STEP} else 0 end, at
    from made m
    cross join (select a.id from ledger_accounts a join people p on p.id = a.owner_id where p.phone = ${phoneOf(person)}) one
    cross join (select a.id from ledger_accounts a join people p on p.id = a.owner_id where p.phone = ${phoneOf(person + 1)}) other
    order by n;
    commit`;
}

export async function readSeededMoney(sql: Sql, size: MoneySize): Promise<SeededMoney> {
  const chats = await sql<{ id: string; token: string }[]>`
    select c.id, 'bottega_' || least(one.phone, other.phone) as token
    from conversations c join people one on one.id = c.person_id join people other on other.id = c.other_person_id
    order by greatest(one.phone, other.phone)`;
  const people = await sql<{ id: string; token: string }[]>`
    select id, 'bottega_' || phone as token from people where phone like '+9197%' order by phone`;
  const tokenOf = (n: number) => `bottega_+9197${10_000_000 + n}`;
  return {
    paidChats: chats.map(({ id, token }) => ({ id: encodeId('cnv', id), token })),
    longToken: tokenOf(historiesFrom(size)),
    shortToken: tokenOf(historiesFrom(size) + 2),
    people: [...people],
  };
}
