/** The baseline's messages: the transaction that the server makes, in the same round trips. */
import { v7 } from 'uuid';
import { encodeId } from '../src/db/id.ts';
import { idOf, type Asks, type Handler } from './baseline-call.ts';

export const sendMessage: Handler = async ({ sql, me }, { conversationId, clientId, content }) => {
  const conversation = idOf(conversationId);
  const { text } = content as { text: string };
  if (!/^[\x21-\x7e]{8,64}$/.test(String(clientId)) || text.trim() === '' || text.length > 4_096) {
    return { data: { messageSend: { message: null, userErrors: [{ code: 'INVALID_INPUT' }] } } };
  }
  const id = v7();
  const now = new Date().toISOString();
  const message = await sql.begin(async (tx) => {
    const seat = await takeSeat(tx, conversation, me);
    if (!seat || (seat.person_id !== me && seat.other_person_id !== me)) return null;
    if (seat.blocked_by.length > 0 || seat.is_locked) return null;
    const [[sent]] = await appendMessage(tx, {
      id,
      conversation,
      sender: me,
      other: seat.business_id ?? seat.other_person_id ?? '',
      clientId: String(clientId),
      content: { type: 'text', text },
      now,
    });
    return { id: encodeId('msg', id), sequence: Number(sent?.sequence), sentAt: now };
  });
  return { data: { messageSend: { message, userErrors: [] } } };
};

interface Seat {
  person_id: string;
  business_id: string | null;
  other_person_id: string | null;
  blocked_by: string[];
  is_locked: boolean;
}

export async function takeSeat(tx: Asks, conversation: string, me: string): Promise<Seat | undefined> {
  const [, [seat]] = await Promise.all([
    tx`select from conversations where id = ${conversation} for no key update`.execute(),
    tx<Seat[]>`
      select c.person_id, c.business_id, c.other_person_id, c.last_sequence,
             exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff,
             array(select b.party_id from conversation_blocks b where b.conversation_id = c.id) as blocked_by,
             exists (select from conversation_locks l where l.conversation_id = c.id and l.person_id = ${me}) as is_locked
      from conversations c where c.id = ${conversation}`.execute(),
  ]);
  return seat;
}

export function appendMessage(
  tx: Asks,
  message: {
    id: string;
    conversation: string;
    /** A person. */
    sender: string;
    other: string;
    clientId: string | null;
    content: object;
    now: string;
  },
) {
  const { id, conversation, sender, other, clientId, content, now } = message;
  const appended = tx<{ sequence: bigint }[]>`
    with conversation as (
      update conversations set last_sequence = last_sequence + 1,
        customer_wrote_at = case when business_id is not null then ${now} else customer_wrote_at end
      where id = ${conversation} returning last_sequence
    ), members as (
      update conversation_members m set
        active_at = ${now},
        delivered_sequence = case when m.party_id = ${sender} then c.last_sequence else m.delivered_sequence end,
        read_sequence = case when m.party_id = ${sender} then c.last_sequence else m.read_sequence end
      from conversation c where m.conversation_id = ${conversation}
    ), message as (
      insert into messages (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id,
                            client_id, content, sent_at, updated_at)
      select ${id}, ${conversation}, last_sequence, 'PERSON', ${sender}, ${sender}, ${clientId},
             ${JSON.stringify(content)}, ${now}, ${now}
      from conversation
    )
    select last_sequence as sequence from conversation`.execute();
  const recorded = recordEvent(tx, {
    type: 'message.sent',
    subject: conversation,
    topics: [`conversation:${conversation}`, `inbox:${sender}`, `inbox:${other}`],
    payload: { conversationId: conversation, messageId: id },
    now,
  });
  return Promise.all([appended, recorded]);
}

export function recordEvent(
  tx: Asks,
  event: { type: string; subject: string; topics: string[]; payload: object; now: string },
) {
  return tx`
    with subject as (
      insert into event_subjects as s (subject_id, sequence) values (${event.subject}, 1)
      on conflict (subject_id) do update set sequence = s.sequence + 1
      returning s.sequence
    )
    insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
    select ${event.type}, ${event.subject}, sequence, ${event.topics}, ${JSON.stringify(event.payload)}, ${event.now}
    from subject`.execute();
}
