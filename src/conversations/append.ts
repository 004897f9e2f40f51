import type { PartyId, Tx } from '../context.ts';
import { newId, type ConversationId, type MessageId, type PersonId, type PlatformId } from '../db/id.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { answerWindowStart, messageCategory } from '../fees/rules.ts';
import type { MessageContent } from './content.ts';
import type { Message } from './tables.ts';

/** Who speaks. A business speaks through one of its staff, or by itself when the system confirms something. */
export type Sender =
  | { readonly kind: 'PERSON'; readonly partyId: PersonId; readonly personId: PersonId }
  | { readonly kind: 'BUSINESS'; readonly partyId: PartyId; readonly personId: PersonId | null }
  | { readonly kind: 'PLATFORM'; readonly partyId: PlatformId; readonly personId: PersonId }
  | { readonly kind: 'SYSTEM'; readonly partyId: null; readonly personId: null };

export interface NewMessage {
  readonly conversationId: ConversationId;
  /** Both of the conversation: their inboxes hear of it. */
  readonly sides: readonly PartyId[];
  readonly sender: Sender;
  readonly content: MessageContent;
  readonly clientId?: string | null;
}

/**
 * Adds a message to a conversation in the caller's transaction: the next sequence, both members moved up in their
 * inboxes, the sender's own markers, the event. A shop's message is counted for its fees, unless it is in the thread of a
 * ticket. Two statements in one round trip, because chats are the hot path.
 */
export async function appendMessage(tx: Tx, message: NewMessage): Promise<Message> {
  const id = newId<'message'>();
  const { conversationId, sides, sender, content, clientId = null } = message;
  const sentAt = tx.now();
  const now = sentAt.toISOString();
  const isCustomer = sender.kind === 'PERSON';
  const inside = messageCategory(content.type, true);
  const outside = messageCategory(content.type, false);
  const appended = tx.sql<{ sequence: bigint }[]>`
    /* message_append */
    with conversation as (
      update conversations set
        last_sequence = last_sequence + 1,
        customer_wrote_at = case when ${isCustomer} and business_id is not null then ${now} else customer_wrote_at end
      where id = ${conversationId}
      returning last_sequence, case when ticket_id is null then business_id end as shop,
                coalesce(customer_wrote_at > ${answerWindowStart(sentAt).toISOString()}, false) as answers
    ), members as (
      update conversation_members m set
        active_at = ${now},
        delivered_sequence = case when m.party_id = ${sender.partyId} then c.last_sequence else m.delivered_sequence end,
        read_sequence = case when m.party_id = ${sender.partyId} then c.last_sequence else m.read_sequence end
      from conversation c where m.conversation_id = ${conversationId}
    ), message as (
      insert into messages (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id,
                            client_id, content, sent_at, updated_at)
      select ${id}, ${conversationId}, last_sequence, ${sender.kind}, ${sender.partyId}, ${sender.personId},
             ${clientId}, ${JSON.stringify(content)}, ${now}, ${now}
      from conversation
    ), usage as (
      insert into message_usage (message_id, business_id, category, inside_window, sent_at)
      select ${id}, shop, case when answers then ${inside} else ${outside} end, answers, ${now}
      from conversation where shop = ${sender.partyId}
    )
    select last_sequence as sequence from conversation`.execute();
  const recorded = record(tx, {
    type: 'message.sent',
    subjectId: conversationId,
    topics: [topic.conversation(conversationId), ...sides.map(topic.inbox)],
    payload: { conversationId, messageId: id },
  });
  const [[sent]] = await Promise.all([appended, recorded]);
  if (!sent) throw new Error(`conversation ${conversationId} is gone`);
  return {
    id,
    conversationId,
    sequence: Number(sent.sequence),
    senderKind: sender.kind,
    senderPartyId: sender.partyId,
    senderPersonId: sender.personId,
    clientId,
    content,
    sentAt,
    updatedAt: sentAt,
  };
}

/** Says that a card shows something new, such as an order that moved on. */
export async function touchMessage(
  tx: Tx,
  conversationId: ConversationId,
  messageId: MessageId,
): Promise<void> {
  await tx.sql`
    /* message_touch */
    update messages set updated_at = ${tx.now().toISOString()} where id = ${messageId}`;
  await record(tx, {
    type: 'message.updated',
    subjectId: conversationId,
    topics: [topic.conversation(conversationId)],
    payload: { conversationId, messageId },
  });
}
