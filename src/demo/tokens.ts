import { systemContext, type App, type Ctx } from '../context.ts';
import { encodeId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { activeSessions, personByPhone } from '../identity/read.ts';
import { revokeSession } from '../identity/revoke-session.ts';
import { createSession } from '../identity/sign-in.ts';
import { as } from './cast.ts';
import { DEMO_APP, freshKey } from './load-partner.ts';
import { DEMO_CUSTOMERS, DEMO_OPERATOR, DEMO_SIGN_IN_CODE } from './people.ts';
import { demoShop } from './shops.ts';
import { DEMO_STAFF } from './staff.ts';

/** By this the sessions of the last start are found again. */
const DEVICE = 'the terminal, at the start of the server';

interface Guest {
  readonly what: string;
  readonly phone: string;
}

const GUESTS: readonly Guest[] = [
  ...DEMO_CUSTOMERS.filter(({ key }) => key === 'asha').map(({ name, phone }) => ({
    what: `Customer ${name}`,
    phone,
  })),
  ...DEMO_STAFF.filter(({ key }) => key === 'sunita').map(({ name, phone }) => ({
    what: `Merchant ${name}, owner of ${demoShop('sabzi-mandi').name}`,
    phone,
  })),
  { what: `Operator ${DEMO_OPERATOR.name}`, phone: DEMO_OPERATOR.phone },
];

/** What the terminal says at the end of a start: who one can be, each with a token of this start. */
export async function tokensText(app: App): Promise<string> {
  const ctx = systemContext(app, 'demo');
  const lines: string[] = [];
  for (const { what, phone } of GUESTS) {
    const token = await freshToken(ctx, phone);
    if (token) lines.push(`  ${what} (${phone})`, `    Authorization: Bearer ${token}`);
  }
  lines.push(...(await partnerLines(ctx)));
  return [
    'The demo market is open. Ready tokens, good until the next start:',
    '',
    ...lines,
    '',
    `Everybody of the demo signs in with the code ${DEMO_SIGN_IN_CODE}. \`npm run tour\` shows what they can do.`,
    '',
  ].join('\n');
}

/** The partner app and its key; none in a demo that an older version has loaded. */
async function partnerLines(ctx: Ctx): Promise<string[]> {
  const owner = DEMO_CUSTOMERS.find(({ key }) => key === DEMO_APP.owner);
  const person = owner && (await personByPhone(ctx, owner.phone));
  const fresh = person && (await freshKey(ctx, person.id));
  if (!fresh) return [];
  const who = `${DEMO_APP.name} of ${person.name}, granted by ${demoShop(DEMO_APP.shop).name}`;
  return [`  Partner app ${who} (${encodeId('app', fresh.appId)})`, `    Authorization: Bearer ${fresh.key}`];
}

/** A new session; that of the last start is over. Null for somebody who is no longer here. */
async function freshToken(ctx: Ctx, phone: string): Promise<string | null> {
  const person = await personByPhone(ctx, phone);
  if (!person) return null;
  const old = await activeSessions(ctx, person.id);
  for (const { id, device } of old) if (device === DEVICE) await revokeSession(as(ctx, person.id), id);
  const { token } = await transact(ctx, (tx) => createSession(tx, person.id, DEVICE));
  return token;
}
