import { systemContext, type App } from '../context.ts';
import type { ConversationId, MessageId } from '../db/id.ts';
import { attend } from './attend.ts';

/** What a customer wrote to a shop. */
export interface Heard {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly sequence: number;
  /** The one-time code in it; nowhere but in memory, and never for long. */
  readonly code: string | null;
}

/** The shops' bots in this process. */
export interface Bot {
  /** After the commit of a customer's message: answers it soon. A hint only: the sweep finds what was missed. */
  hear(heard: Heard): void;
  /** Waits for what is being answered. */
  stop(): Promise<void>;
}

/** How long a code waits for the bot, should another process be at the conversation. */
const CODE_LIVES_MS = 60_000;

/** `app` is asked for when the first message comes: a bot is a part of it. */
export function openBot(app: () => App): Bot {
  const codes = new Map<MessageId, string>();
  const under = new Set<Promise<void>>();
  let stopped = false;

  function keepCode(messageId: MessageId, code: string): void {
    codes.set(messageId, code);
    setTimeout(() => codes.delete(messageId), CODE_LIVES_MS).unref();
  }

  return {
    hear: ({ conversationId, messageId, sequence, code }) => {
      if (stopped) return;
      if (code !== null) keepCode(messageId, code);
      const ctx = systemContext(app(), 'bot');
      const attending = attend(ctx, { conversationId, sequence, codeOf: (id) => codes.get(id) ?? null })
        .catch((error: unknown) =>
          ctx.log.warn({ err: error, conversationId }, 'the bot failed; the sweep tries again'),
        )
        .finally(() => under.delete(attending));
      under.add(attending);
    },
    stop: async () => {
      stopped = true;
      await Promise.all(under);
    },
  };
}
