import { requirePerson, type Ctx, type PartyId } from '../context.ts';
import type { BusinessId, ConversationId, PersonId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import type { Sender } from './append.ts';
import { ConversationBlockedError } from './rules.ts';

/** A conversation as one of its sides sees it. */
export interface Seat {
  readonly conversationId: ConversationId;
  readonly personId: PersonId;
  readonly businessId: BusinessId | null;
  readonly otherPersonId: PersonId | null;
  readonly lastSequence: number;
  readonly sides: readonly PartyId[];
  /** The side on which the caller sits. Somebody who talks to their own shop sits on the customer's. */
  readonly party: PartyId;
  readonly sender: Sender;
  /** Whether either side has blocked the other, */
  readonly blocked: boolean;
  /** and whether the caller's has. */
  readonly blockedByCaller: boolean;
}

/**
 * The caller's seat in a conversation; strangers get NotFoundError. `lock` takes the conversation's row until
 * the commit, which is the first lock in the house's order. The lock is a statement of its own, sent in the same round
 * trip: a statement that waits for a lock goes on with what it saw before, and would miss a block that came meanwhile.
 */
export async function takeSeat(
  ctx: Ctx,
  conversationId: ConversationId,
  options: { lock: boolean; path?: readonly string[] },
): Promise<Seat> {
  const { personId: me } = requirePerson(ctx);
  const lock = options.lock
    ? ctx.sql`/* conversation_lock */ select from conversations where id = ${conversationId} for no key update`.execute()
    : null;
  const seat = ctx.sql<
    {
      person_id: PersonId;
      business_id: BusinessId | null;
      other_person_id: PersonId | null;
      last_sequence: bigint;
      is_staff: boolean;
      blocked_by: PartyId[];
    }[]
  >`
    /* conversation_seat */
    select c.person_id, c.business_id, c.other_person_id, c.last_sequence,
           exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff,
           array(select b.party_id from conversation_blocks b where b.conversation_id = c.id) as blocked_by
    from conversations c where c.id = ${conversationId}`;
  const [, [row]] = await Promise.all([lock, seat]);
  const isPerson = row !== undefined && (row.person_id === me || row.other_person_id === me);
  if (!row || (!isPerson && !row.is_staff)) {
    throw new NotFoundError('conversation', options.path ?? ['conversationId']);
  }
  const business = isPerson ? null : row.business_id;
  const party = business ?? me;
  return {
    conversationId,
    personId: row.person_id,
    businessId: row.business_id,
    otherPersonId: row.other_person_id,
    lastSequence: Number(row.last_sequence),
    sides: [row.person_id, row.business_id ?? row.other_person_id].filter((side) => side !== null),
    party,
    sender: business
      ? { kind: 'BUSINESS', partyId: business, personId: me }
      : { kind: 'PERSON', partyId: me, personId: me },
    blocked: row.blocked_by.length > 0,
    blockedByCaller: row.blocked_by.includes(party),
  };
}

/** Throws ConversationBlockedError when one of the sides wants to hear no more from the other. */
export function requireUnblocked(seat: Seat): void {
  if (seat.blocked) throw new ConversationBlockedError(seat.blockedByCaller);
}
