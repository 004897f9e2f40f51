import { DEMO_OPERATOR } from '../people.ts';
import { signIn } from './arrive.ts';
import { TrialBalance } from './money-queries.ts';
import { SignOut } from './mutations.ts';
import { done, prove } from './must.ts';
import { lower } from './show.ts';
import type { Stage } from './stage.ts';

/** What the operators see of all the money there is: every kind of account, and that it comes to nothing. */
export async function showTrialBalance(stage: Stage, endpoint: string): Promise<void> {
  stage.part('The trial balance', { isWide: true });
  const { client } = await signIn(stage, endpoint, DEMO_OPERATOR.phone);
  const { trialBalance } = await client.request(TrialBalance, {});
  const sums = new Map<string, bigint>();
  for (const { kind, accounts, balance } of trialBalance) {
    const { currencyCode, minorUnits, formatted } = balance;
    sums.set(currencyCode, (sums.get(currencyCode) ?? 0n) + BigInt(minorUnits));
    stage.print(`  ${lower(kind).padEnd(20)}${String(accounts).padStart(5)}${formatted.padStart(24)}`);
  }
  const isNothing = [...sums.values()].every((sum) => sum === 0n);
  prove(stage, sums.size > 0 && isNothing, `each of ${sums.size} currencies comes to nothing`);
  done((await client.request(SignOut, {})).signOut);
}
