import { requirePerson, type Ctx } from '../context.ts';
import { featuresMissing } from '../markets/require-feature.ts';
import { FeatureUnavailableError, type FeatureSetting } from '../markets/rules.ts';
import type { Sending } from './limits.ts';

/** What stands in the way of money from one person to another; null where nothing does. */
export interface MissingToSend {
  readonly sender: FeatureSetting | null;
  readonly recipient: FeatureSetting | null;
  /** In the way of the sender's cards: asked when a part of it comes from one. */
  readonly card: FeatureSetting | null;
}

/** Both must have it, each in their own country: nobody is given money that they can't send on. */
export async function missingToSend(
  ctx: Ctx,
  { senderId, recipientId }: Pick<Sending, 'senderId' | 'recipientId'>,
): Promise<MissingToSend> {
  const [sender = null, recipient = null, card = null] = await featuresMissing(ctx, [
    { market: { personId: senderId }, user: senderId, feature: 'SEND_MONEY' },
    { market: { personId: recipientId }, user: recipientId, feature: 'SEND_MONEY' },
    { market: { personId: senderId }, user: senderId, feature: 'CARD_PAYMENT' },
  ]);
  return { sender, recipient, card };
}

/** Throws FeatureUnavailableError unless money may go between the two, of whom the caller is one. */
export function requireSending(
  ctx: Ctx,
  { sender, recipient }: MissingToSend,
  { senderId }: Pick<Sending, 'senderId'>,
): void {
  const isMine = requirePerson(ctx).personId === senderId;
  const [mine, theirs] = isMine ? [sender, recipient] : [recipient, sender];
  if (mine) throw new FeatureUnavailableError(mine);
  if (theirs) throw new FeatureUnavailableError(theirs, ['conversationId'], 'For the other person ');
}

/** Throws FeatureUnavailableError unless the sender's card may pay a part. */
export function requireCards({ card }: MissingToSend): void {
  if (card) throw new FeatureUnavailableError(card, ['cardId']);
}
