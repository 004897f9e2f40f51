import { requirePerson, type Ctx, type PartyId } from '../context.ts';
import type { BusinessId, ConversationId, PersonId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import type { Sender } from './append.ts';

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
}

/**
 * The caller's seat in a conversation; strangers get NotFoundError. `lock` takes the conversation's row until
 * the commit, which is the first lock in the house's order.
 */
export async function takeSeat(
  ctx: Ctx,
  conversationId: ConversationId,
  options: { lock: boolean; path?: readonly string[] },
): Promise<Seat> {
  const { personId: me } = requirePerson(ctx);
  const [row] = await ctx.sql<
    {
      person_id: PersonId;
      business_id: BusinessId | null;
      other_person_id: PersonId | null;
      last_sequence: bigint;
      is_staff: boolean;
    }[]
  >`
    /* conversation_seat */
    select c.person_id, c.business_id, c.other_person_id, c.last_sequence,
           exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff
    from conversations c where c.id = ${conversationId}
    ${options.lock ? ctx.sql`for no key update of c` : ctx.sql``}`;
  const isPerson = row !== undefined && (row.person_id === me || row.other_person_id === me);
  if (!row || (!isPerson && !row.is_staff)) {
    throw new NotFoundError('conversation', options.path ?? ['conversationId']);
  }
  const business = isPerson ? null : row.business_id;
  return {
    conversationId,
    personId: row.person_id,
    businessId: row.business_id,
    otherPersonId: row.other_person_id,
    lastSequence: Number(row.last_sequence),
    sides: [row.person_id, row.business_id ?? row.other_person_id].filter((side) => side !== null),
    party: business ?? me,
    sender: business
      ? { kind: 'BUSINESS', partyId: business, personId: me }
      : { kind: 'PERSON', partyId: me, personId: me },
  };
}
