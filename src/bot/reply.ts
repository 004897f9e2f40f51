import { itemText } from './decide.ts';
import { failureReply } from './failures.ts';
import { replyOf } from './make-plan.ts';
import type { Command, Outcome, Plan, Reply } from './plan.ts';
import type { BotState } from './rules.ts';
import { listed, say } from './texts/say.ts';

/** No message is longer. */
const MAX_TEXT = 4_096;

type Success = Extract<Outcome, { ok: true }>;
type Paid = Extract<Success, { kind: 'pay' | 'confirm' }>;

/**
 * What the bot says once its commands have run: what truly happened, after a word on the shop's being closed where
 * that is due. Null: nothing.
 */
export function replyTo(state: BotState, plan: Plan, outcomes: readonly Outcome[]): Reply | null {
  const reply = outcomeReply(state, plan, outcomes);
  if (!reply) return null;
  const text = [...(plan.saysAway ? [awayText(state)] : []), reply.text].join('\n\n');
  return { ...reply, text: text.slice(0, MAX_TEXT).toWellFormed() };
}

function awayText({ away, language, shopName: shop, opensAtText: opens }: BotState): string {
  const house =
    opens === null ? say(language, 'away', { shop }) : say(language, 'awayOpens', { shop, opens });
  return away[language] || house;
}

function outcomeReply(state: BotState, plan: Plan, outcomes: readonly Outcome[]): Reply | null {
  if (plan.reply) return plan.reply;
  const added = plan.commands.filter(({ kind }, place) => kind === 'add' && outcomes[place]?.ok);
  const failure = outcomes.find((outcome) => !outcome.ok);
  const success = outcomes.findLast((outcome) => outcome.ok);
  const failed = plan.commands[outcomes.length - 1];
  if (added.length > 0 || failed?.kind === 'add') return addedReply(state, plan, outcomes);
  if (failure && failed) return afterPlacing(state, outcomes, failureReply(state, failed, failure));
  return success && failed ? successReply(state, plan, { command: failed, outcome: success }) : null;
}

/** Items one after the other: those that went in, the one that did not, those that were not tried then. */
function addedReply(state: BotState, plan: Plan, outcomes: readonly Outcome[]): Reply {
  const { language } = state;
  const adds = plan.commands.flatMap((command, place) =>
    command.kind === 'add' ? [{ command, outcome: outcomes[place] }] : [],
  );
  const items = (some: typeof adds) =>
    listed(
      language,
      some.map(({ command }) => itemText(command)),
    );
  const done = adds.filter(({ outcome }) => outcome?.ok);
  const last = done.at(-1)?.outcome;
  const total = last?.ok && last.kind === 'add' ? (last.totalText ?? '') : '';
  const [failure = null] = adds.flatMap(({ command, outcome }) =>
    outcome && !outcome.ok ? [failureReply(state, command, outcome)] : [],
  );
  const untried = adds.filter(({ outcome }) => !outcome);
  const lines = [
    ...(done.length > 0 ? [say(language, 'added', { items: items(done), total })] : []),
    ...(failure ? [failure.text] : []),
    ...(untried.length > 0 ? [say(language, 'notTried', { items: items(untried) })] : []),
    ...plan.also.lines,
  ];
  const rule = !failure ? plan.rule : done.length > 0 ? 'added_some' : failure.rule;
  return replyOf(rule, lines.join('\n'), { productIds: plan.also.productIds });
}

/** The order stands although what came after it failed: that is said first. */
function afterPlacing({ language }: BotState, outcomes: readonly Outcome[], reply: Reply): Reply {
  const placed = outcomes.find((outcome) => outcome.ok && outcome.kind === 'place');
  if (!placed?.ok || placed.kind !== 'place') return reply;
  const { orderNumber: order, totalText: total } = placed;
  return { ...reply, text: `${say(language, 'ordered', { order, total })}\n${reply.text}` };
}

function successReply(
  state: BotState,
  plan: Plan,
  { command, outcome }: { readonly command: Command; readonly outcome: Success },
): Reply {
  const { language } = state;
  switch (outcome.kind) {
    case 'add':
    case 'offer':
      return replyOf(plan.rule, plan.also.lines.join('\n'), { productIds: plan.also.productIds });
    case 'remove': {
      const name = command.kind === 'remove' ? command.name : '';
      const total = outcome.totalText;
      if (total === null) return replyOf('removed', say(language, 'removedLast', { name }));
      return replyOf('removed', say(language, 'removed', { name, total }));
    }
    case 'place': {
      const { orderNumber: order, totalText: total } = outcome;
      return replyOf('ordered', say(language, 'ordered', { order, total }));
    }
    case 'pay':
    case 'confirm':
      return paidReply(state, outcome, command.kind === 'pay' && command.method === 'CASH_ON_DELIVERY');
    case 'cancel':
      return replyOf('cancelled', say(language, 'cancelled', { order: outcome.orderNumber }));
    case 'ticket': {
      const told = say(language, 'helpTicket', { ticket: outcome.ticketNumber });
      return replyOf('help', `${say(language, 'help')}\n${told}`);
    }
    case 'handOver': {
      const sorry = plan.rule === 'handed_over' ? [say(language, 'handedOver')] : [];
      return replyOf(plan.rule, [...sorry, humanText(state)].join(' '));
    }
  }
}

function humanText({ language, isOpen, opensAtText: opens, shopName: shop }: BotState): string {
  if (isOpen) return say(language, 'human', { shop });
  return opens === null
    ? say(language, 'humanClosed', { shop })
    : say(language, 'humanOpens', { shop, opens });
}

function paidReply({ language }: BotState, outcome: Paid, isCash: boolean): Reply {
  const { orderNumber: order, totalText: total, paymentState } = outcome;
  switch (paymentState) {
    case 'REQUIRES_ACTION':
      return outcome.confirmUrl === null
        ? replyOf('code_needed', say(language, 'codeNeeded'))
        : replyOf('confirm_at_bank', say(language, 'confirmAtBank', { url: outcome.confirmUrl }));
    case 'FAILED':
    case 'CANCELLED':
      return replyOf('declined', say(language, 'declined', { order }));
    case 'CREATED':
    case 'PROCESSING':
    case 'UNKNOWN':
    case 'SUCCEEDED':
      if (isCash) return replyOf('pay_cash', say(language, 'payCash', { order, total }));
      if (paymentState === 'SUCCEEDED') return replyOf('paid', say(language, 'paid', { order, total }));
      return replyOf('pay_under_way', say(language, 'payUnderWay'));
  }
}
