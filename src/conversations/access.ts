import { requirePerson, type Ctx, type PartyId } from '../context.ts';
import type { BusinessId, ConversationId, PersonId, TicketId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import type { Sender } from './append.ts';
import { ConversationBlockedError, ConversationLockedError, PLATFORM_PARTY } from './rules.ts';

/** A conversation as one of its sides sees it. */
export interface Seat {
  readonly conversationId: ConversationId;
  readonly personId: PersonId;
  readonly businessId: BusinessId | null;
  readonly otherPersonId: PersonId | null;
  /** Of which ticket it is the thread; null in an everyday chat. */
  readonly ticketId: TicketId | null;
  /** Whether its shop has a bot that is switched on. */
  readonly hasBot: boolean;
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
 * The caller's seat in a conversation; strangers get NotFoundError, and who has locked it away
 * ConversationLockedError, but for `evenLocked`. `lock` takes the conversation's row until
 * the commit, which is the first lock in the house's order. The lock is a statement of its own, sent in the same round
 * trip: a statement that waits for a lock goes on with what it saw before, and would miss a block that came meanwhile.
 */
export async function takeSeat(
  ctx: Ctx,
  conversationId: ConversationId,
  options: { lock: boolean; evenLocked?: boolean; path?: readonly string[] },
): Promise<Seat> {
  const { personId: me, operator } = requirePerson(ctx);
  const lock = options.lock
    ? ctx.sql`/* conversation_lock */ select from conversations where id = ${conversationId} for no key update`.execute()
    : null;
  const seat = ctx.sql<
    {
      person_id: PersonId;
      business_id: BusinessId | null;
      other_person_id: PersonId | null;
      ticket_id: TicketId | null;
      platform: boolean;
      last_sequence: bigint;
      is_staff: boolean;
      is_locked: boolean;
      has_bot: boolean;
      blocked_by: PartyId[];
    }[]
  >`
    /* conversation_seat */
    select c.person_id, c.business_id, c.other_person_id, c.ticket_id, c.platform, c.last_sequence,
           exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff,
           exists (select from conversation_locks l where l.conversation_id = c.id and l.person_id = ${me}) as is_locked,
           exists (select from bot_settings b where b.business_id = c.business_id and b.enabled) as has_bot,
           array(select b.party_id from conversation_blocks b where b.conversation_id = c.id) as blocked_by
    from conversations c where c.id = ${conversationId}`;
  const [, [row]] = await Promise.all([lock, seat]);
  const isPerson = row !== undefined && (row.person_id === me || row.other_person_id === me);
  const isOperator = row !== undefined && row.platform && operator;
  if (!row || (!isPerson && !row.is_staff && !isOperator)) {
    throw new NotFoundError('conversation', options.path ?? ['conversationId']);
  }
  if (row.is_locked && !options.evenLocked) throw new ConversationLockedError(options.path);
  const sender = isPerson ? personSender(me) : deskSender(row.business_id, me);
  return {
    conversationId,
    personId: row.person_id,
    businessId: row.business_id,
    otherPersonId: row.other_person_id,
    ticketId: row.ticket_id,
    hasBot: row.has_bot,
    lastSequence: Number(row.last_sequence),
    sides: [row.person_id, row.business_id ?? row.other_person_id ?? PLATFORM_PARTY],
    party: sender.partyId,
    sender,
    blocked: row.blocked_by.length > 0,
    blockedByCaller: row.blocked_by.includes(sender.partyId),
  };
}

const personSender = (me: PersonId) => ({ kind: 'PERSON', partyId: me, personId: me }) as const;

/** Who is no person of a conversation speaks for its shop or, where there is none, for the platform. */
const deskSender = (businessId: BusinessId | null, me: PersonId) =>
  businessId
    ? ({ kind: 'BUSINESS', partyId: businessId, personId: me } as const)
    : ({ kind: 'PLATFORM', partyId: PLATFORM_PARTY, personId: me } as const);

/** Throws ConversationBlockedError when one of the sides wants to hear no more from the other. */
export function requireUnblocked(seat: Seat): void {
  if (seat.blocked) throw new ConversationBlockedError(seat.blockedByCaller);
}
