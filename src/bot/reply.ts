import type { Outcome, Plan, Reply } from './plan.ts';
import type { BotState } from './rules.ts';

/** What the bot says once its commands have run, of what truly happened; null: nothing. */
export function replyTo(_state: BotState, plan: Plan, _outcomes: readonly Outcome[]): Reply | null {
  return plan.reply;
}
