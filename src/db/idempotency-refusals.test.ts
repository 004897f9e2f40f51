import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirePerson } from '../context.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { payOrder } from '../payments/pay.ts';
import { fillWallet, makeCard, makeOrder, makePerson, makeProduct, makeShop } from '../testing/factories.ts';
import { readWallet } from '../testing/money-commands.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { onceForGood } from './idempotency.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const conflict = expect.objectContaining({ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] });

/** Somebody with an order of 50.00 and this much in the wallet, who pays it from there. */
async function payer(walletMinor: bigint) {
  const product = await makeProduct(await makeShop(server));
  const asha = await makePerson(server);
  await makeCard(asha);
  if (walletMinor > 0n) await fillWallet(asha, walletMinor);
  const orderId = await makeOrder(asha, product);
  const pay = (idempotencyKey: string, method: 'BALANCE' | 'CARD' = 'BALANCE') =>
    payOrder(asha.ctx, { orderId, method, idempotencyKey });
  const wallet = async () => (await readWallet(asha.client)).balances[0]?.total.amount;
  return { asha, orderId, pay, wallet };
}

/** What it threw, as its caller is told. */
async function refusalOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, message: error.message, path: error.path };
}

describe('a refusal where money moves', () => {
  it('is what its key gives for good, although it could be done by now', async () => {
    const { asha, pay, wallet } = await payer(1_000n);
    const key = randomUUID();
    const first = await refusalOf(pay(key));
    expect(first).toMatchObject({ code: 'INSUFFICIENT_FUNDS', message: expect.stringContaining('10.00') });
    await fillWallet(asha, 9_000n);
    expect(await refusalOf(pay(key))).toEqual(first);
    expect(await wallet()).toBe('100.00');
    // It is the key that was refused, and not the order.
    await pay(randomUUID());
    expect(await wallet()).toBe('50.00');
    expect(await refusalOf(pay(key))).toEqual(first);
  });

  it('is the same for many at the same moment, who move nothing', async () => {
    const { pay, wallet } = await payer(1_000n);
    const key = randomUUID();
    const refusals = await Promise.all(Array.from({ length: 10 }, () => refusalOf(pay(key))));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
    expect(await wallet()).toBe('10.00');
  });

  it('uses its key up: another input or command with it is a conflict', async () => {
    const { asha, pay, orderId } = await payer(0n);
    const key = randomUUID();
    await refusalOf(pay(key));
    await expect(pay(key, 'CARD')).rejects.toEqual(conflict);
    const other = onceForGood(asha.ctx, { name: 'walletTopUp', key, input: { orderId } }, () =>
      Promise.resolve({}),
    );
    await expect(other).rejects.toEqual(conflict);
  });

  it("is not what another person's same key gives", async () => {
    const [one, other] = [await payer(0n), await payer(5_000n)];
    const key = randomUUID();
    await refusalOf(one.pay(key));
    await other.pay(key);
    expect(await other.wallet()).toBe('0.00');
  });

  it('and a success at the same moment: all who use the key get the one that was first', async () => {
    for (let round = 0; round < 6; round++) {
      const { asha, pay } = await payer(1_000n);
      const key = randomUUID();
      const told = await Promise.all([
        ...[1, 2, 3].map(() => pay(key).catch((error: UserError) => error.code)),
        fillWallet(asha, 9_000n).then(() => undefined),
        ...[1, 2, 3].map(() => pay(key).catch((error: UserError) => error.code)),
      ]);
      const answers = new Set(told.filter((one) => one !== undefined));
      expect(answers.size).toBe(1);
      const [answer] = answers;
      expect(await pay(key).catch((error: UserError) => error.code)).toBe(answer);
    }
  });
});

describe('what is kept', () => {
  it('is the code, the sentence and the path of the refusal', async () => {
    const asha = await makePerson(server);
    const command = { name: 'test', key: randomUUID(), input: {} };
    const refuse = () => Promise.reject(new NotFoundError('card', ['cardId']));
    const first = await refusalOf(onceForGood(asha.ctx, command, refuse));
    const again = onceForGood(asha.ctx, command, () => Promise.resolve({ done: 'yes' }));
    expect(await refusalOf(again)).toEqual(first);
    expect(first).toMatchObject({ code: 'NOT_FOUND', path: ['cardId'] });
  });

  it('is no accident of ours: then the key is as good as new', async () => {
    const asha = await makePerson(server);
    const command = { name: 'test', key: randomUUID(), input: {} };
    const accident = onceForGood(asha.ctx, command, () => Promise.reject(new Error('the disk is full')));
    await expect(accident).rejects.toThrow('the disk is full');
    expect(await onceForGood(asha.ctx, command, () => Promise.resolve({ done: 'yes' }))).toEqual({
      done: 'yes',
    });
  });

  it('has nothing of what the refused one had begun', async () => {
    const asha = await makePerson(server);
    const command = { name: 'test', key: randomUUID(), input: {} };
    const half = onceForGood(asha.ctx, command, async (tx) => {
      await tx.sql`update people set name = 'Half' where id = ${requirePerson(tx).personId}`;
      throw new NotFoundError('card', ['cardId']);
    });
    await refusalOf(half);
    const [row] = await server.app.sql`select name from people where id = ${asha.id}`;
    expect(row).toEqual({ name: 'Asha' });
  });
});
