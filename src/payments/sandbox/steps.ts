import type { Sql } from '../../db/client.ts';
import { untilLost } from '../../db/transact.ts';
import type { Change } from './call.ts';
import { endProcessing } from './intent-outcome.ts';
import type { KeptStep } from './later.ts';
import { settlePayout } from './payouts.ts';
import { settleRefund } from './refunds.ts';
import type { Tx } from './store.ts';

/** Takes a step that is due, and ticks it off, in one transaction: once, whoever else tries. */
export async function takeStep(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.begin((tx) => untilLost(take(tx, id, now)));
}

async function take(tx: Tx, id: string, now: Date): Promise<void> {
  const [row] = await tx<{ data: KeptStep }[]>`
    select data from sandbox.events where id = ${id} and delivered_at is null for update`;
  if (!row) return;
  const { apiVersion } = row.data;
  await settle({ tx, now, request: { id: null, idempotencyKey: null, apiVersion } }, row.data);
  await tx`update sandbox.events set delivered_at = now() where id = ${id}`;
}

function settle(change: Change, step: KeptStep): Promise<void> {
  switch (step.object) {
    case 'payment_intent':
      return endProcessing(change, step.id);
    case 'refund':
      return settleRefund(change, step.id, step.to);
    case 'payout':
      return settlePayout(change, step.id, step.to);
  }
}
