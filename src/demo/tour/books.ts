import { connect, type Sql } from '../../db/client.ts';
import { decodeId } from '../../db/id.ts';
import { CHECKS } from '../../doctor/checks.ts';
import { examine } from '../../doctor/examine.ts';
import { currencyCode, formatMoney } from '../../money.ts';
import { prove, TourError } from './must.ts';
import type { ReceiptOrder } from './run.ts';
import { lower } from './show.ts';
import type { Stage } from './stage.ts';

/** What the tour can't ask of the API: how the ledger booked the sale, and whether the doctor finds the books right. */
export async function examineBooks(
  stage: Stage,
  order: ReceiptOrder,
  databaseUrl: string | null,
): Promise<void> {
  stage.part('The books', { isWide: true });
  if (databaseUrl === null) {
    stage.note('The database of this server is out of reach: ledger and doctor were not asked.');
    return;
  }
  const { sql, close } = connect(databaseUrl, { max: 1, name: 'bottega tour' });
  try {
    if (!(await isThisServers(sql, order))) {
      stage.note('This server has another database than the one here: ledger and doctor were not asked.');
      return;
    }
    await proveSale(stage, sql, order);
    const findings = await examine(sql);
    for (const { check, id, fact } of findings) stage.note(`${check.rule} ${id}: ${fact}`);
    prove(stage, findings.length === 0, `the doctor: ${CHECKS.length} rules, and every row keeps them`);
  } finally {
    await close();
  }
}

async function isThisServers(sql: Sql, order: ReceiptOrder): Promise<boolean> {
  const found = await sql`select from orders where id = ${uuidOf(order.id)}`;
  return found.count === 1;
}

async function proveSale(stage: Stage, sql: Sql, order: ReceiptOrder): Promise<void> {
  const postings = await sql<{ debit: string; credit: string; amount_minor: bigint; currency: string }[]>`
    select d.kind as debit, c.kind as credit, l.amount_minor, l.currency
    from payments p join ledger_journals j on j.kind = 'sale' and j.subject_id = p.id
    join ledger_postings l on l.journal_id = j.id
    join ledger_accounts d on d.id = l.debit_account_id join ledger_accounts c on c.id = l.credit_account_id
    where p.order_id = ${uuidOf(order.id)} order by l.id`;
  const earned = postings.filter(({ credit }) => credit === 'BUSINESS_BALANCE');
  const sum = earned.reduce((all, { amount_minor }) => all + amount_minor, 0n);
  const lines = postings.map(({ debit, credit, amount_minor, currency }) => {
    const amount = formatMoney({ minor: amount_minor, currency: currencyCode(currency) });
    return `${amount} from ${lower(debit)} to ${lower(credit)}`;
  });
  prove(stage, sum === BigInt(order.total.minorUnits), `the ledger has the sale once: ${lines.join('; ')}`);
}

function uuidOf(id: string): string {
  const decoded = decodeId(id);
  if (!decoded) throw new TourError(`Not an id: ${id}`);
  return decoded.uuid;
}
