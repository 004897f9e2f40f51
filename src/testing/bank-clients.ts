import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bank, Holder } from './bank.ts';
import { attempt, type Answer, type Call, type Mishaps } from './bank-calls.ts';
import { accept, ask, inr, reverse, send, topUp } from './money-commands.ts';

export interface Traffic {
  readonly bank: Bank;
  /** Where the server is now; null while there is none. */
  readonly url: () => string | null;
  readonly random: () => number;
  /** Everything that was ever asked for. */
  readonly calls: Call[];
  readonly mishaps: Mishaps;
  readonly isOver: () => boolean;
}

const PATIENT_MS = 10_000;
const MOST_TRIES = 4;

/** A client that moves money until the time is over. */
export async function moveMoney(traffic: Traffic, holder: Holder): Promise<void> {
  while (!traffic.isOver()) {
    const chance = traffic.random();
    if (chance < 0.74) await carryOut(traffic, sending(traffic, holder));
    else if (chance < 0.84) await askAndAccept(traffic, holder);
    else if (chance < 0.92) await carryOut(traffic, toppingUp(traffic, holder));
    else await takeBack(traffic);
  }
}

/** Asks until there is an answer, and once more, with the same key: some at once, some without patience. */
async function carryOut(traffic: Traffic, call: Call): Promise<Answer | null> {
  const { random, calls } = traffic;
  calls.push(call);
  const patience = () => (random() < 0.12 ? 1 + random() * 40 : PATIENT_MS);
  const isDoubled = random() < 0.2;
  while (call.tries < MOST_TRIES && !traffic.isOver()) {
    const first = attemptNow(traffic, call, patience());
    const second = isDoubled && attemptNow(traffic, call, patience());
    if ((await first) || (await second)) break;
    await sleep(20 + random() * 200);
  }
  // Whoever was answered asks again, to be told the same.
  if (call.answers.length > 0) await attemptNow(traffic, call, patience());
  return call.answers[0] ?? null;
}

async function attemptNow({ url, mishaps }: Traffic, call: Call, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + PATIENT_MS;
  while (url() === null && Date.now() < deadline) await sleep(50);
  return attempt(call, url() ?? 'http://127.0.0.1:9', patienceMs, mishaps);
}

/** Every call that nobody has answered yet is repeated until somebody does. */
export async function finish(traffic: Traffic): Promise<void> {
  const open = traffic.calls.filter((call) => call.answers.length === 0);
  const work = async (): Promise<void> => {
    for (let call = open.pop(); call; call = open.pop()) {
      const limit = call.tries + 20;
      while (!(await attemptNow(traffic, call, PATIENT_MS)) && call.tries < limit) await sleep(100);
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
}

const newCall = (call: Omit<Call, 'key' | 'answers' | 'tries'>): Call => ({
  ...call,
  key: `bank-${call.what}-${randomUUID()}`,
  answers: [],
  tries: 0,
});

/** From 1.00 to 90.99. */
const someMinor = (random: () => number): bigint => BigInt(100 + Math.floor(random() * 9_000));
const rupees = (minor: bigint) => inr(`${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`);
const someOf = <T>(random: () => number, all: readonly T[]): T | undefined =>
  all[Math.floor(random() * all.length)];

function sending(traffic: Traffic, holder: Holder): Call {
  const chat = someOf(traffic.random, holder.chats);
  const amountMinor = someMinor(traffic.random);
  return newCall({
    what: 'send',
    token: holder.token,
    by: holder.id,
    to: chat?.other ?? null,
    amountMinor,
    ask: async (client, idempotencyKey) => {
      const input = { conversationId: chat?.id ?? '', amount: rupees(amountMinor), idempotencyKey };
      const { transfer, userErrors } = await send(client, input);
      return answerOf(transfer, userErrors);
    },
  });
}

function toppingUp(traffic: Traffic, holder: Holder): Call {
  const amountMinor = someMinor(traffic.random);
  return newCall({
    what: 'topUp',
    token: holder.token,
    by: holder.id,
    to: null,
    amountMinor,
    ask: async (client, idempotencyKey) => {
      const { payment, userErrors } = await topUp(client, { amount: rupees(amountMinor), idempotencyKey });
      return answerOf(payment, userErrors);
    },
  });
}

/** One asks for money, and the other pays it. */
async function askAndAccept(traffic: Traffic, holder: Holder): Promise<void> {
  const chat = someOf(traffic.random, holder.chats);
  const payer = traffic.bank.holders.find(({ id }) => id === chat?.other);
  if (!chat || !payer) return;
  const amountMinor = someMinor(traffic.random);
  const asked = await carryOut(
    traffic,
    newCall({
      what: 'ask',
      token: holder.token,
      by: holder.id,
      to: null,
      amountMinor,
      ask: async (client, idempotencyKey) => {
        const input = { conversationId: chat.id, amount: rupees(amountMinor), idempotencyKey };
        const { request, userErrors } = await ask(client, input);
        return answerOf(request, userErrors);
      },
    }),
  );
  if (asked?.kind !== 'done') return;
  const accepting = newCall({
    what: 'accept',
    token: payer.token,
    by: payer.id,
    to: holder.id,
    amountMinor,
    ask: async (client, idempotencyKey) => {
      const { transfer, userErrors } = await accept(client, { requestId: asked.id, idempotencyKey });
      return answerOf(transfer, userErrors);
    },
  });
  await carryOut(traffic, accepting);
}

/** An operator takes back something that was sent a while ago. */
async function takeBack(traffic: Traffic): Promise<void> {
  const sent = someOf(traffic.random, traffic.calls.filter(({ what }) => what === 'send').slice(-200));
  const [answer] = sent?.answers ?? [];
  if (answer?.kind !== 'done') return;
  const taking = newCall({
    what: 'reverse',
    token: traffic.bank.operatorToken,
    by: null,
    to: null,
    amountMinor: sent?.amountMinor ?? 0n,
    ask: async (client, idempotencyKey) => {
      const input = { transferId: answer.id, reason: 'Sent by mistake', idempotencyKey };
      const { transfer, userErrors } = await reverse(client, input);
      return answerOf(transfer, userErrors);
    },
  });
  await carryOut(traffic, taking);
}

function answerOf(
  made: { readonly id: string } | null | undefined,
  userErrors: readonly { readonly code: string }[],
): Answer {
  const [refusal] = userErrors;
  if (refusal) return { kind: 'refused', code: refusal.code };
  if (!made) throw new Error('neither made nor refused');
  return { kind: 'done', id: made.id };
}
