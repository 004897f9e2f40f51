import type { BusinessId } from '../db/id.ts';
import type { Sql } from '../db/client.ts';

/*
 * What a month of a shop must be invoiced with, worked out a second time from orders, payments, refunds, messages and
 * rules alone: nothing of src/fees is used, and nothing that was charged is looked at.
 */

export interface Month {
  readonly businessId: BusinessId;
  readonly country: string;
  readonly timeZone: string;
  readonly plan: string;
  /** `2026-11` */
  readonly month: string;
}

interface ExpectedLine {
  readonly service: string;
  readonly rule: string;
  readonly isCredit: boolean;
  readonly quantity: number;
  readonly amount: string;
}

export interface Expected {
  readonly lines: readonly ExpectedLine[];
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
}

interface Rule {
  readonly id: string;
  readonly service: string;
  readonly plan: string | null;
  readonly share: number;
  readonly fixed: bigint;
  readonly free: number | null;
  readonly from: number;
}

type Take = (
  service: string,
  rule: Rule,
  item: { amount: bigint; quantity?: number; isCredit?: boolean },
) => void;

/** Half up, for what is not negative. */
const percentage = (amount: bigint, share: number) => (2n * amount * BigInt(share) + 10_000n) / 20_000n;

export async function expectedInvoice(sql: Sql, month: Month): Promise<Expected> {
  const rules = await rulesOf(sql, month.country);
  const sums = new Map<string, ExpectedLine>();
  const take: Take = (service, rule, { amount, quantity = 1, isCredit = false }) => {
    const key = [service, rule.id, isCredit].join(' ');
    const before = sums.get(key);
    sums.set(key, {
      service,
      rule: rule.id,
      isCredit,
      quantity: quantity + (before?.quantity ?? 0),
      amount: String(amount + BigInt(before?.amount ?? 0)),
    });
  };
  await takeSales(sql, month, rules, take);
  await takeMessages(sql, month, rules, take);
  const begins = firstMoment(month);
  const plan = ruleAt(rules, 'SUBSCRIPTION', month.plan, begins);
  if (plan) take('SUBSCRIPTION', plan, { amount: plan.fixed });
  const subtotal = [...sums.values()].reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const last = firstMoment({ ...month, month: nextOf(month.month) }) - 1;
  const tax = percentage(subtotal, ruleAt(rules, 'TAX', month.plan, last)?.share ?? 0);
  return {
    lines: [...sums.values()].toSorted(byKey),
    subtotal: String(subtotal),
    tax: String(tax),
    total: String(subtotal + tax),
  };
}

/** The fee is that of the moment of placing, and stands in the month of paying; refunds give their share back. */
async function takeSales(sql: Sql, month: Month, rules: readonly Rule[], take: Take): Promise<void> {
  const sales = await sql<{ id: string; total: bigint; placed: string; paid: string }[]>`
    select p.id, o.total_minor as total, o.placed_at as placed, e.occurred_at as paid
    from orders o join payments p on p.order_id = o.id and p.state = 'SUCCEEDED'
    join event_log e
      on e.subject_id = p.id and e.type = 'payment.succeeded'
    where o.business_id = ${month.businessId}`;
  for (const sale of sales) {
    const placed = Date.parse(sale.placed);
    const planThen = monthAt(month.timeZone, placed) < month.month ? 'STANDARD' : month.plan;
    const rule = ruleAt(rules, 'SALE', planThen, placed);
    if (!rule) continue;
    const fee = percentage(sale.total, rule.share) + rule.fixed;
    if (monthAt(month.timeZone, Date.parse(sale.paid)) === month.month) take('SALE', rule, { amount: fee });
    const refunds = await sql<{ amount: bigint; done: string }[]>`
      select amount_minor as amount, updated_at as done from refunds
      where payment_id = ${sale.id} and state = 'SUCCEEDED' order by created_at, id`;
    let back = 0n;
    for (const { amount, done } of refunds) {
      const before = (fee * back) / sale.total;
      back += amount;
      const part = (fee * back) / sale.total - before;
      const isNow = monthAt(month.timeZone, Date.parse(done)) === month.month;
      if (isNow && part > 0n) take('SALE', rule, { amount: -part, isCredit: true });
    }
  }
}

/** An answer is what a shop writes within 24 hours after its customer. */
async function takeMessages(sql: Sql, month: Month, rules: readonly Rule[], take: Take): Promise<void> {
  const messages = await sql<{ type: string; sent: string; asked: string | null }[]>`
    select m.content ->> 'type' as type, m.sent_at as sent, (
      select max(q.sent_at) from messages q
      where q.conversation_id = m.conversation_id and q.sequence < m.sequence and q.sender_kind = 'PERSON'
    ) as asked
    from messages m join conversations c on c.id = m.conversation_id
    where c.business_id = ${month.businessId} and m.sender_kind = 'BUSINESS' order by m.sent_at, m.id`;
  const free = new Map<string, number>();
  for (const { type, sent, asked } of messages) {
    const time = Date.parse(sent);
    if (monthAt(month.timeZone, time) !== month.month) continue;
    const inside = asked !== null && time - Date.parse(asked) < 24 * 60 * 60 * 1_000;
    const told = ['notice', 'order', 'payment'].includes(type);
    const service = told ? 'MESSAGE_UTILITY' : inside ? 'MESSAGE_SERVICE' : 'MESSAGE_MARKETING';
    const rule = ruleAt(rules, service, month.plan, time);
    if (!rule) throw new Error(`no rule of ${service}`);
    const used = free.get(service) ?? 0;
    const isFree = inside && (rule.free === null || used < rule.free);
    if (isFree) free.set(service, used + 1);
    take(service, rule, { amount: isFree ? 0n : rule.fixed });
  }
}

async function rulesOf(sql: Sql, country: string): Promise<Rule[]> {
  const rows = await sql<(Omit<Rule, 'from'> & { from: string })[]>`
    select id, service, plan, share_basis_points as share, fixed_minor as fixed, free_per_month as free,
           effective_from as "from"
    from fee_rules where country = ${country}`;
  return rows.map((row) => ({ ...row, from: Date.parse(row.from) }));
}

/** That of the plan before that of all plans, and of each the newest. */
function ruleAt(rules: readonly Rule[], service: string, plan: string, time: number): Rule | undefined {
  const known = rules.filter((rule) => rule.service === service && rule.from <= time);
  const newest = (of: string | null) =>
    known.filter((rule) => rule.plan === of).toSorted((a, b) => b.from - a.from)[0];
  return newest(plan) ?? newest(null);
}

const monthAt = (timeZone: string, time: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(time);

/** Found by trying: the quarter of an hour in which the month begins in the time zone. */
function firstMoment({ month, timeZone }: Pick<Month, 'month' | 'timeZone'>): number {
  const quarter = 15 * 60 * 1_000;
  let time = Date.parse(`${month}-01T00:00:00Z`) - 24 * 4 * quarter;
  while (monthAt(timeZone, time) < month) time += quarter;
  return time;
}

function nextOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The invoice as it was issued. */
export async function issuedInvoice(sql: Sql, businessId: BusinessId, period: string): Promise<Expected> {
  const lines = await sql<ExpectedLine[]>`
    select l.service, l.rule_id as rule, l.is_credit as "isCredit", l.quantity, l.amount_minor::text as amount
    from invoice_lines l join invoices i on i.id = l.invoice_id
    where i.business_id = ${businessId} and i.period = ${period}`;
  const [sums] = await sql<Omit<Expected, 'lines'>[]>`
    select subtotal_minor::text as subtotal, tax_minor::text as tax, total_minor::text as total
    from invoices where business_id = ${businessId} and period = ${period}`;
  if (!sums) throw new Error('there is no invoice');
  return { lines: [...lines].toSorted(byKey), ...sums };
}

const keyOf = (line: ExpectedLine) => `${line.service} ${line.rule} ${line.isCredit}`;
const byKey = (a: ExpectedLine, b: ExpectedLine) => keyOf(a).localeCompare(keyOf(b));
