import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createLogger } from './log.ts';

function capture() {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

test.each([
  [{ authorization: 'Bearer hunter2' }],
  [{ req: { headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' } } }],
  [{ session: { token: 'hunter2' } }],
  [{ code: 'hunter2', password: 'hunter2', secret: 'hunter2' }],
  [{ variables: { name: 'hunter2' } }],
  [{ args: { input: { code: 'hunter2' } } }],
])('secrets and inputs are not logged: %j', (facts) => {
  const { log, text } = capture();
  log.info(facts, 'something');
  expect(text()).not.toContain('hunter2');
  expect(text()).toContain('[secret]');
});

test('an error is logged without the values of its statement', () => {
  const { log, text } = capture();
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', parameters: ['hunter2'] });
  const error = new DrizzleQueryError('insert into people values ($1)', ['hunter2'], cause);
  log.error({ err: error }, 'failed');
  expect(text()).not.toContain('hunter2');
  expect(text()).toContain('insert into people');
  expect(text()).toContain('duplicate key');
  expect(text()).toContain('log.test.ts');
});

test('what is below the level is not logged', () => {
  const { log, text } = capture();
  log.debug('quiet');
  expect(text()).toBe('');
});
