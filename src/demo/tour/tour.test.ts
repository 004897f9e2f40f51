import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { loadDemo } from '../load.ts';
import { examineBooks } from './books.ts';
import { TourError } from './must.ts';
import { printReceipt } from './receipt.ts';
import { runTour } from './run.ts';
import { openStage } from './stage.ts';
import { showTrialBalance } from './trial-balance.ts';

async function start(): Promise<TestServer> {
  // A tour hears of a fault only that there was one: the log has the cause.
  const server = await startTestServer({ worksJobs: true, log: pino({ level: 'error' }) });
  onTestFinished(() => server.stop());
  return server;
}

function stageOf(lines: string[]) {
  const write = (text: string) => void lines.push(...text.split('\n').slice(0, -1));
  return openStage({ write, columns: 110, colours: false });
}

async function cardsIn({ app }: TestServer): Promise<string | undefined> {
  const [row] = await app.sql<{ state: string }[]>`
    select state from market_features where country = 'IN' and feature = 'CARD_PAYMENT'`;
  return row?.state;
}

it('is true from the first word to the books, as often as one likes', { timeout: 150_000 }, async () => {
  const server = await start();
  await loadDemo(server.app, () => {});
  for (let tour = 1; tour <= 2; tour++) {
    const lines: string[] = [];
    const stage = stageOf(lines);
    const order = await runTour(stage, `${server.url}/graphql`);
    printReceipt(stage, order);
    await showTrialBalance(stage, `${server.url}/graphql`);
    await examineBooks(stage, order, server.databaseUrl);
    expect(order).toMatchObject({
      state: 'COMPLETED',
      paymentState: 'PARTIALLY_REFUNDED',
      fulfillmentState: 'DELIVERED',
    });
    expect(order.payments.map(({ state }) => state)).toEqual(['FAILED', 'SUCCEEDED']);
    const text = lines.join('\n');
    expect(text).toMatch(/^Asha +Good morning! .*│ chat · MESSAGE_SENT · \d+$/m);
    expect(text).toMatch(/^Asha +\[Money · ₹[\d.,]+ · "For the train tickets".* +│ chat · MESSAGE_SENT/m);
    expect(text).toMatch(/│ Ravi · MONEY_SENT · has ₹/);
    expect(text).toMatch(
      /^Sabzi Mandi +Added 2 × Basmati Rice 1 kg .*│ chat · MESSAGE_SENT · \d+ · bot: added/m,
    );
    expect(text).toContain('✓ Hindi words were answered in Hindi');
    expect(text).toMatch(/^ +✓ rated with 5 of 5/m);
    expect(text).toMatch(/^✓ \d+ charges for sales that are on no invoice yet/m);
    expect(text).toMatch(/│ web · SESSION_UNLOCKED$/m);
    expect(text).toContain('paying is refused with FEATURE_UNAVAILABLE');
    expect(await cardsIn(server)).toBe('ON');
    expect(text).toContain('✓ the doctor:');
    expect(Math.max(...lines.map((line) => line.length))).toBe(110);
  }
});

it('says what is missing on a server without the demo market', async () => {
  const server = await start();
  const tour = runTour(stageOf([]), `${server.url}/graphql`);
  await expect(tour).rejects.toThrow(TourError);
  await expect(tour).rejects.toThrow('no demo market');
});
