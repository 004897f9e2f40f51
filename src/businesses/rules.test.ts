import { expect, test } from 'vitest';
import { ForbiddenRoleError, mayDo, type StaffTask } from './rules.ts';

test.each<[StaffTask, boolean, boolean, boolean]>([
  //            agent  manager owner
  ['chat', true, true, true],
  ['orders', true, true, true],
  ['catalog', false, true, true],
  ['profile', false, false, true],
  ['staff', false, false, true],
])('%s: agent %s, manager %s, owner %s', (task, agent, manager, owner) => {
  const may = (['AGENT', 'MANAGER', 'OWNER'] as const).map((role) => mayDo(role, task));
  expect(may).toEqual([agent, manager, owner]);
});

test('a refusal names the lowest role that may', () => {
  expect(new ForbiddenRoleError('catalog').message).toContain('MANAGER');
  expect(new ForbiddenRoleError('staff')).toMatchObject({ code: 'FORBIDDEN_ROLE', path: [] });
});
