import type { Check } from './check.ts';

/** Of what the shops' bots have said. */
export const BOT_CHECKS: readonly Check[] = [
  {
    invariant: 5,
    rule: 'Every reply of a bot answers one message of its customer, which came before it.',
    sql: `
      select a.message_id::text as id, format('a message of %s, answered by %s', q.sender_kind, coalesce(r.id::text, 'nothing')) as fact
      from bot_answers a join messages q on q.id = a.message_id left join messages r on r.id = a.reply_id
      where q.sender_kind <> 'PERSON' or q.conversation_id <> a.conversation_id
        or (a.reply_id is not null and (r.conversation_id, r.sender_kind, r.content ->> 'type')
            is distinct from (q.conversation_id, 'BUSINESS', 'bot'))
        or r.sequence <= q.sequence
      union all
      select m.id::text, format('a reply to %s messages', count(a.message_id))
      from messages m left join bot_answers a on a.reply_id = m.id
      where m.content ->> 'type' = 'bot' group by m.id having count(a.message_id) <> 1`,
  },
];
