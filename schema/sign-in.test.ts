import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CompleteSignIn,
  StartSignIn,
  WhoAmI,
  askForCode,
  newPhone,
  wrong,
} from '../src/testing/identity-commands.ts';
import { startTestServer, type TestServer } from '../src/testing/server.ts';

const MINUTE = 60_000;
let server: TestServer;
let clock = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + clock) });
});
afterAll(() => server.stop());

/** What the sign-in of a phone is answered: the token, or the code of the refusal. */
async function give(phone: string, code: string, name?: string) {
  const { signInComplete } = await server.client().request(CompleteSignIn, {
    input: { phone, code, device: 'Pixel 9', ...(name !== undefined && { name }) },
  });
  const { token, person, userErrors } = signInComplete;
  return { token, person, refusal: userErrors[0]?.code ?? null };
}

async function ask(phone: string): Promise<string | null> {
  const { signInStart } = await server.client().request(StartSignIn, { input: { phone } });
  return signInStart.userErrors[0]?.code ?? null;
}

describe('a phone that gives its code', () => {
  it('becomes a new person, who is signed in', async () => {
    const phone = newPhone();
    const { token, person } = await give(phone, await askForCode(server, phone), ' Asha ');
    expect(person).toEqual({
      id: expect.stringMatching(/^per_/),
      name: 'Asha',
      phone: null,
      language: 'en-IN',
      country: 'IN',
      isOperator: false,
    });
    const { viewer } = await server.client(token ?? '').request(WhoAmI, {});
    expect(viewer).toMatchObject({
      id: person?.id,
      phone,
      sessions: [{ device: 'Pixel 9', isCurrent: true }],
    });
  });

  it('is the person that it was before, under the name that it has', async () => {
    const phone = newPhone();
    const first = await give(phone, await askForCode(server, phone), 'Asha');
    const second = await give(phone, await askForCode(server, phone), 'Somebody else');
    expect(second.person).toEqual(first.person);
    expect(second.token).not.toBe(first.token);
  });

  it('may write its number as people do', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    const spaced = `${phone.slice(0, 3)} (${phone.slice(3, 8)}) ${phone.slice(8)}`;
    expect((await give(spaced, code)).refusal).toBeNull();
  });

  it('is one person when it signs in twice at once', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    const both = await Promise.all([give(phone, code), give(phone, code)]);
    expect(new Set(both.map((one) => one.refusal))).toEqual(new Set(['SIGN_IN_REFUSED', null]));
  });
});

describe('a code', () => {
  it('is good for ten minutes', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    clock += 10 * MINUTE - 5_000;
    expect((await give(phone, code)).refusal).toBeNull();
  });

  it('is refused after them', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    clock += 10 * MINUTE;
    expect((await give(phone, code)).refusal).toBe('SIGN_IN_REFUSED');
  });

  it('is used once', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    expect((await give(phone, code)).refusal).toBeNull();
    expect((await give(phone, code)).refusal).toBe('SIGN_IN_REFUSED');
  });

  it("is no other phone's", async () => {
    const code = await askForCode(server, newPhone());
    expect((await give(newPhone(), code)).refusal).toBe('SIGN_IN_REFUSED');
  });

  it('is dead as soon as a newer one was sent, and stays so when that one was used', async () => {
    const phone = newPhone();
    const old = await askForCode(server, phone);
    const newer = await askForCode(server, phone);
    if (old !== newer) expect((await give(phone, old)).refusal).toBe('SIGN_IN_REFUSED');
    expect((await give(phone, newer)).refusal).toBeNull();
    expect((await give(phone, old)).refusal).toBe('SIGN_IN_REFUSED');
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 123456', '12345\0'])(
    'is six digits: %j is told so and costs no try',
    async (text) => {
      const phone = newPhone();
      const code = await askForCode(server, phone);
      for (let tries = 0; tries < 6; tries++) expect((await give(phone, text)).refusal).toBe('INVALID_INPUT');
      expect((await give(phone, code)).refusal).toBeNull();
    },
  );
});

describe('tries', () => {
  it('are five: after as many wrong ones the right code is refused too', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    for (let tries = 0; tries < 5; tries++) {
      expect((await give(phone, wrong(code))).refusal).toBe('SIGN_IN_REFUSED');
    }
    expect(await give(phone, code)).toEqual({ token: null, person: null, refusal: 'SIGN_IN_REFUSED' });
  });

  it('leave the fifth one to the right code', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    for (let tries = 0; tries < 4; tries++) await give(phone, wrong(code));
    expect((await give(phone, code)).refusal).toBeNull();
  });

  it('are five when a dozen come at once', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    await Promise.all(Array.from({ length: 12 }, () => give(phone, wrong(code))));
    expect((await give(phone, code)).refusal).toBe('SIGN_IN_REFUSED');
    const [row] = await server.app.sql`select attempts from sign_in_codes where phone = ${phone}`;
    expect(row).toEqual({ attempts: 5 });
  });

  it('begin anew with a new code', async () => {
    const phone = newPhone();
    const code = await askForCode(server, phone);
    for (let tries = 0; tries < 5; tries++) await give(phone, wrong(code));
    expect((await give(phone, await askForCode(server, phone))).refusal).toBeNull();
  });
});

describe('codes', () => {
  it('are five an hour, also when ten are asked for at once', async () => {
    const phone = newPhone();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(phone)));
    expect(answers.filter((refusal) => refusal === null)).toHaveLength(5);
    expect(new Set(answers)).toEqual(new Set([null, 'TOO_MANY_ATTEMPTS']));
    expect(await ask(newPhone()), 'another phone').toBeNull();
    clock += 60 * MINUTE;
    expect(await ask(phone), 'an hour later').toBeNull();
  });

  it.each([
    ['of a country without a market', '+1 212 555 2368'],
    ['without a country', '9876543210'],
    ['that no one can have', '+91 12345'],
    ['of letters', 'call me'],
    ['of nothing', ''],
    ['with NUL', '+91 98765 43210\0'.repeat(3)],
    ['that goes on and on', `+91${'9'.repeat(5_000)}`],
  ])('are not sent to a number %s', async (_what, phone) => {
    const before = server.codes.size;
    expect(await ask(phone)).toBe('INVALID_INPUT');
    expect(server.codes.size).toBe(before);
    expect((await give(phone, '123456')).refusal).toMatch(/INVALID_INPUT|SIGN_IN_REFUSED/);
  });
});
