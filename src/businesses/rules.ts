import { UserError } from '../errors.ts';
import type { StaffRole } from './tables.ts';

/** The unique short name of a business. */
export const HANDLE = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

/** What a member of the staff may do; each role may what the roles before it may. */
const RANK: Readonly<Record<StaffRole, number>> = { AGENT: 1, MANAGER: 2, OWNER: 3 };

/**
 * The lowest role for each thing that staff does. Agents talk to customers and move their orders on, managers keep
 * the catalogue, see what is sold and give money back, owners the business itself, its balance, and the partner apps
 * that act for it.
 */
export const ROLE_FOR = {
  chat: 'AGENT',
  orders: 'AGENT',
  catalog: 'MANAGER',
  sales: 'MANAGER',
  refunds: 'MANAGER',
  profile: 'OWNER',
  staff: 'OWNER',
  money: 'OWNER',
  partners: 'OWNER',
} as const satisfies Record<string, StaffRole>;
export type StaffTask = keyof typeof ROLE_FOR;

export class ForbiddenRoleError extends UserError {
  readonly code = 'FORBIDDEN_ROLE';

  constructor(task: StaffTask) {
    super(`This needs the role ${ROLE_FOR[task]} in the business, or a higher one.`);
  }
}

export class HandleTakenError extends UserError {
  readonly code = 'HANDLE_TAKEN';
}

export class AlreadyStaffError extends UserError {
  readonly code = 'ALREADY_STAFF';
}

export class LastOwnerError extends UserError {
  readonly code = 'LAST_OWNER';
}

export function mayDo(role: StaffRole, task: StaffTask): boolean {
  return RANK[role] >= RANK[ROLE_FOR[task]];
}
