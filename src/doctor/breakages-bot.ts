import type { Ways } from './breakage.ts';

/** In a chat in which a bot has answered twice and was silent once; see bot.test.ts. */
export const BOT_BREAKAGES: Ways<unknown> = {
  'Every reply of a bot answers one message of its customer, which came before it.': {
    'a reply answers nothing': () => `
      delete from bot_answers where message_id = (select message_id from bot_answers where reply_id is not null limit 1)`,
    'one reply answers two messages': () => `
      update bot_answers set reply_id = (select min(reply_id::text)::uuid from bot_answers) where reply_id is not null`,
    'it answers what the house has said': () => `
      update messages set sender_kind = 'SYSTEM', sender_party_id = null
      where id = (select message_id from bot_answers where reply_id is null)`,
    'it answers with what is no reply': () => `
      update bot_answers set reply_id = (select id from messages where sequence = 1) where reply_id is null`,
  },
};
