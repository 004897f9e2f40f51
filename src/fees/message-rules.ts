import type { FeeRuleId, MessageId } from '../db/id.ts';
import { SERVICE_OF, type FeeService, type MessageCategory, type MessageService } from './rules.ts';

/** A message to be priced, with what the rule said when it was sent. */
export interface SentMessage {
  readonly messageId: MessageId;
  readonly category: MessageCategory;
  readonly insideWindow: boolean;
  readonly sentAt: Date;
  /** The first day of the month, by the market's clock. */
  readonly month: string;
  readonly ruleId: FeeRuleId | null;
  readonly fixedMinor: bigint;
  /** Null: all of them. */
  readonly freePerMonth: number | null;
}

/** Messages that are charged together. */
export interface MessageRun {
  readonly service: MessageService;
  readonly ruleId: FeeRuleId | null;
  readonly month: string;
  readonly free: boolean;
  readonly messageIds: readonly MessageId[];
  readonly firstSentAt: Date;
  readonly amountMinor: bigint;
}

/** What was free already is counted by it. */
export const allowanceKey = (month: string, service: FeeService): string => `${month} ${service}`;

/**
 * Prices messages in the order in which they were sent. Answers are free as long as fewer were free in their month than
 * the rule allows; every other message costs what the rule says. `usedFree` by `allowanceKey`.
 */
export function priceMessages(
  messages: readonly SentMessage[],
  usedFree: ReadonlyMap<string, number>,
): MessageRun[] {
  const used = new Map(usedFree);
  const runs = new Map<string, MessageRun & { readonly messageIds: MessageId[] }>();
  for (const { category, insideWindow, month, ruleId, fixedMinor, freePerMonth, ...message } of messages) {
    const service = SERVICE_OF[category];
    const allowance = allowanceKey(month, service);
    const count = used.get(allowance) ?? 0;
    const free = insideWindow && (freePerMonth === null || count < freePerMonth);
    if (free) used.set(allowance, count + 1);
    const key = `${allowance} ${ruleId} ${free}`;
    const amountMinor = free ? 0n : fixedMinor;
    const run = runs.get(key);
    if (run) run.messageIds.push(message.messageId);
    runs.set(
      key,
      run
        ? { ...run, amountMinor: run.amountMinor + amountMinor }
        : {
            service,
            ruleId,
            month,
            free,
            amountMinor,
            messageIds: [message.messageId],
            firstSentAt: message.sentAt,
          },
    );
  }
  return [...runs.values()];
}
