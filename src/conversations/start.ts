import { requirePerson, type Ctx, type PartyId, type Tx } from '../context.ts';
import { newId, type BusinessId, type ConversationId, type PersonId, type TicketId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { businessesByIds } from '../businesses/read.ts';
import { parsePhone } from '../identity/phone.ts';
import { personByPhone } from '../identity/read.ts';
import { takeSeat } from './access.ts';
import { ConversationWithSelfError, PLATFORM_PARTY } from './rules.ts';

/** Who to talk to: exactly one of the two. */
export interface ConversationWith {
  readonly businessId?: BusinessId | null | undefined;
  readonly phone?: string | null | undefined;
}

/** The caller's conversation with a business or a person: the one there is, or a new one. */
export async function startConversation(ctx: Ctx, input: ConversationWith): Promise<ConversationId> {
  const { personId } = requirePerson(ctx);
  if (input.businessId != null) {
    const businessId = input.businessId;
    const [business] = await businessesByIds(ctx, [businessId]);
    if (!business) throw new NotFoundError('business', ['with', 'businessId']);
    return transact(ctx, async (tx) =>
      unlocked(tx, await conversationWithBusiness(tx, personId, businessId), ['with', 'businessId']),
    );
  }
  if (input.phone == null) throw new InvalidInputError('Say who to talk to.', ['with']);
  const { phone } = parsePhone(input.phone, ['with', 'phone']);
  const other = await personByPhone(ctx, phone);
  if (!other) throw new NotFoundError('person with this phone', ['with', 'phone']);
  if (other.id === personId) throw new ConversationWithSelfError();
  return transact(ctx, async (tx) =>
    unlocked(tx, await conversationWithPerson(tx, personId, other.id), ['with', 'phone']),
  );
}

/** Throws ConversationLockedError when it is one that the caller has locked away. */
async function unlocked(
  tx: Tx,
  conversationId: ConversationId,
  path: readonly string[],
): Promise<ConversationId> {
  await takeSeat(tx, conversationId, { lock: false, path });
  return conversationId;
}

/** A person's conversation with a business, in the caller's transaction. */
export async function conversationWithBusiness(
  tx: Tx,
  personId: PersonId,
  businessId: BusinessId,
): Promise<ConversationId> {
  const id = newId<'conversation'>();
  const [made] = await tx.sql<{ id: ConversationId }[]>`
    insert into conversations (id, person_id, business_id, created_at)
    values (${id}, ${personId}, ${businessId}, ${tx.now().toISOString()})
    on conflict (person_id, business_id) where ticket_id is null do nothing returning id`;
  if (made) {
    await introduce(tx, id, [personId, businessId]);
    return id;
  }
  const [found] = await tx.sql<{ id: ConversationId }[]>`
    select id from conversations where person_id = ${personId} and business_id = ${businessId} and ticket_id is null`;
  return found?.id ?? id;
}

async function conversationWithPerson(tx: Tx, one: PersonId, other: PersonId): Promise<ConversationId> {
  const [low, high] = one < other ? [one, other] : [other, one];
  const id = newId<'conversation'>();
  const [made] = await tx.sql<{ id: ConversationId }[]>`
    insert into conversations (id, person_id, other_person_id, created_at)
    values (${id}, ${low}, ${high}, ${tx.now().toISOString()})
    on conflict on constraint conversations_people_key do nothing returning id`;
  if (made) {
    await introduce(tx, id, [low, high]);
    return id;
  }
  const [found] = await tx.sql<{ id: ConversationId }[]>`
    select id from conversations where person_id = ${low} and other_person_id = ${high}`;
  return found?.id ?? id;
}

/** The thread of a ticket, whose row is to follow: a person with a shop, or with the platform when there is none. */
export async function startThread(
  tx: Tx,
  thread: { ticketId: TicketId; personId: PersonId; businessId: BusinessId | null },
): Promise<ConversationId> {
  const { ticketId, personId, businessId } = thread;
  const id = newId<'conversation'>();
  await tx.sql`
    insert into conversations (id, person_id, business_id, platform, ticket_id, created_at)
    values (${id}, ${personId}, ${businessId}, ${businessId === null}, ${ticketId}, ${tx.now().toISOString()})`;
  await introduce(tx, id, [personId, businessId ?? PLATFORM_PARTY]);
  return id;
}

async function introduce(tx: Tx, conversationId: ConversationId, parties: readonly PartyId[]): Promise<void> {
  await tx.sql`
    insert into conversation_members (conversation_id, party_id, active_at)
    select ${conversationId}, party, ${tx.now().toISOString()} from unnest(${[...parties]}::uuid[]) as party`;
  await record(tx, {
    type: 'conversation.started',
    subjectId: conversationId,
    topics: [topic.conversation(conversationId), ...parties.map(topic.inbox)],
    payload: { conversationId },
  });
}
