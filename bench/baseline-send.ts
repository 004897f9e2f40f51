/** The baseline's mutation: the transaction that the server makes, in the same round trips. */
import { v7 } from 'uuid';
import { encodeId } from '../src/db/id.ts';
import { idOf, type Handler } from './baseline-call.ts';

export const sendMessage: Handler = async ({ sql, me }, { conversationId, clientId, content }) => {
  const conversation = idOf(conversationId);
  const { text } = content as { text: string };
  if (!/^[\x21-\x7e]{8,64}$/.test(String(clientId)) || text.trim() === '' || text.length > 4_096) {
    return { data: { messageSend: { message: null, userErrors: [{ code: 'INVALID_INPUT' }] } } };
  }
  const id = v7();
  const now = new Date().toISOString();
  const message = await sql.begin(async (tx) => {
    const [seat] = await tx<
      { person_id: string; business_id: string | null; other_person_id: string | null }[]
    >`
      select c.person_id, c.business_id, c.other_person_id, c.last_sequence,
             exists (select from staff s where s.business_id = c.business_id and s.person_id = ${me}) as is_staff
      from conversations c where c.id = ${conversation} for no key update of c`;
    if (!seat || (seat.person_id !== me && seat.other_person_id !== me)) return null;
    const appended = tx<{ sequence: bigint }[]>`
      with conversation as (
        update conversations set last_sequence = last_sequence + 1 where id = ${conversation}
        returning last_sequence
      ), members as (
        update conversation_members m set
          active_at = ${now},
          delivered_sequence = case when m.party_id = ${me} then c.last_sequence else m.delivered_sequence end,
          read_sequence = case when m.party_id = ${me} then c.last_sequence else m.read_sequence end
        from conversation c where m.conversation_id = ${conversation}
      ), message as (
        insert into messages (id, conversation_id, sequence, sender_kind, sender_party_id, sender_person_id,
                              client_id, content, sent_at, updated_at)
        select ${id}, ${conversation}, last_sequence, 'PERSON', ${me}, ${me}, ${String(clientId)},
               ${JSON.stringify({ type: 'text', text })}, ${now}, ${now}
        from conversation
      )
      select last_sequence as sequence from conversation`.execute();
    const other = seat.business_id ?? seat.other_person_id;
    const recorded = tx`
      with subject as (
        insert into event_subjects as s (subject_id, sequence) values (${conversation}, 1)
        on conflict (subject_id) do update set sequence = s.sequence + 1
        returning s.sequence
      )
      insert into outbox (type, subject_id, sequence, topics, payload, occurred_at)
      select 'message.sent', ${conversation}, sequence,
             ${[`conversation:${conversation}`, `inbox:${seat.person_id}`, `inbox:${other}`]},
             ${JSON.stringify({ conversationId: conversation, messageId: id })}, ${now}
      from subject`;
    const [[sent]] = await Promise.all([appended, recorded]);
    return { id: encodeId('msg', id), sequence: Number(sent?.sequence), sentAt: now };
  });
  return { data: { messageSend: { message, userErrors: [] } } };
};
