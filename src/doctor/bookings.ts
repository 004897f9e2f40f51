import { PLATFORM } from '../ledger/rules.ts';

export const PLATFORM_ID = `'${PLATFORM}'::uuid`;

/** One movement of money that something in a table says must have been booked. Each part is an SQL expression. */
interface Due {
  readonly journal: string;
  readonly subject: string;
  readonly debit: readonly [kind: string, owner: string];
  readonly credit: readonly [kind: string, owner: string];
  readonly currency: string;
  readonly amount: string;
  /** The rows that say so: a from clause with its conditions. */
  readonly from: string;
}

/**
 * Compares what must have been booked with what was, to the minor unit: nothing is missing from journals of these
 * kinds, and nothing else is in them.
 */
export function bookedAs(dues: readonly Due[]): string {
  const journals = [...new Set(dues.map((due) => `'${due.journal}'`))].join(', ');
  return `
    select coalesce(d.subject_id, b.subject_id)::text as id,
           format('%s from %s to %s: due %s, booked %s', coalesce(d.journal, b.journal), coalesce(d.debit, b.debit),
                  coalesce(d.credit, b.credit), coalesce(d.amount, 0), coalesce(b.amount, 0)) as fact
    from (
      select journal, subject_id, debit, debit_owner, credit, credit_owner, currency, sum(amount) as amount
      from (${dues.map(dueRows).join(' union all ')}) due where amount <> 0 group by 1, 2, 3, 4, 5, 6, 7
    ) d full join (
      select j.kind as journal, j.subject_id, f.kind as debit, f.owner_id as debit_owner,
             t.kind as credit, t.owner_id as credit_owner, p.currency, sum(p.amount_minor) as amount
      from ledger_journals j join ledger_postings p on p.journal_id = j.id
      join ledger_accounts f on f.id = p.debit_account_id join ledger_accounts t on t.id = p.credit_account_id
      where j.kind in (${journals}) group by 1, 2, 3, 4, 5, 6, 7
    ) b using (journal, subject_id, debit, debit_owner, credit, credit_owner, currency)
    where d.amount is distinct from b.amount`;
}

function dueRows({ journal, subject, debit, credit, currency, amount, from }: Due): string {
  return `select '${journal}' as journal, ${subject} as subject_id, ${debit[0]} as debit, ${debit[1]} as debit_owner,
    ${credit[0]} as credit, ${credit[1]} as credit_owner, ${currency} as currency, ${amount} as amount ${from}`;
}
