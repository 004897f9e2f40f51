import type { Tx } from '../context.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import type { Payout } from './tables.ts';

export async function recordPayout(
  tx: Tx,
  type: Extract<EventType, `payout.${string}`>,
  payout: Pick<Payout, 'id' | 'businessId'>,
): Promise<void> {
  await record(tx, {
    type,
    subjectId: payout.id,
    topics: [topic.payouts(payout.businessId)],
    payload: { payoutId: payout.id },
  });
}
