import type { Sql } from '../db/client.ts';
import { encodeId, type PersonId } from '../db/id.ts';
import { makeCardDefault, removeCard } from '../payments/cards.ts';
import { seed } from './crash.ts';
import { fillWallet, makeCard, makeChat, makePerson, type TestPerson } from './factories.ts';
import { setFee } from './fees.ts';
import type { TestServer } from './server.ts';

/** One of the bank's customers. */
export interface Holder {
  readonly id: PersonId;
  readonly token: string;
  /** Of the chats in which they send money. */
  readonly chats: readonly Chat[];
}

export interface Chat {
  readonly id: string;
  readonly other: PersonId;
}

export interface Bank {
  readonly holders: readonly Holder[];
  readonly operatorToken: string;
  /** What everybody begins with. */
  readonly startMinor: bigint;
}

const CHATS_EACH = 4;
const START_MINOR = 30_000n;

/**
 * A bank of some wallets with 300.00 each, everyone in chats with the next four. Of every four holders two have a card
 * that works, one has a card of whose charges no answer comes back, and one has none. A transfer costs half a percent.
 */
export async function foundBank(databaseUrl: string, sql: Sql, wallets: number): Promise<Bank> {
  await setFee(sql, 'IN', 'MONEY_TRANSFER', { shareBasisPoints: 50 });
  return seed(databaseUrl, async (server) => {
    const people: TestPerson[] = [];
    for (let place = 0; place < wallets; place++) people.push(await openWallet(server, place));
    const chats = new Map<PersonId, Chat[]>(people.map(({ id }) => [id, []]));
    for (const [place, one] of people.entries()) {
      for (let ahead = 1; ahead <= CHATS_EACH; ahead++) {
        const other = people[(place + ahead) % wallets];
        if (!other) continue;
        const id = encodeId('cnv', await makeChat(one, other));
        chats.get(one.id)?.push({ id, other: other.id });
        chats.get(other.id)?.push({ id, other: one.id });
      }
    }
    const operator = await makePerson(server, { operator: true });
    return {
      holders: people.map(({ id, token }) => ({ id, token, chats: chats.get(id) ?? [] })),
      operatorToken: operator.token,
      startMinor: START_MINOR,
    };
  });
}

async function openWallet(server: TestServer, place: number): Promise<TestPerson> {
  const person = await makePerson(server);
  const card = await makeCard(person);
  await fillWallet(person, START_MINOR);
  if (place % 4 === 2)
    await makeCardDefault(person.ctx, await makeCard(person, 'pm_card_sandbox_answerLost'));
  if (place % 4 === 3) await removeCard(person.ctx, card);
  return person;
}
