import type { Plan } from './plan.ts';
import type { BotState, Intent } from './rules.ts';

/** What the bot does about a message. */
export function decide(_state: BotState, intent: Intent): Plan {
  const commands = intent.kind === 'code' ? [{ kind: 'confirm' as const, code: intent.code }] : [];
  return { rule: 'silent', commands, reply: null, greets: false, saysAway: false, missed: false };
}
