import { z } from 'zod';
import { staffByBusiness } from '../businesses/read.ts';
import { mayDo } from '../businesses/rules.ts';
import type { Ctx } from '../context.ts';
import type { PersonId, TicketId } from '../db/id.ts';
import { NotFoundError } from '../errors.ts';
import { peopleByIds } from '../identity/read.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { changeTicket, onTicket } from './change.ts';
import { dueUnder } from './clocks.ts';
import { requireAction, TicketTransitionError, type TicketPriority } from './rules.ts';
import type { Ticket } from './tables.ts';

export interface AssignTicket {
  readonly ticketId: TicketId;
  /** Null puts it back into the queue. */
  readonly assigneeId: PersonId | null;
  /** Refuses when somebody else has it: of two who take it at once, one gets it. */
  readonly onlyIfUnassigned?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const Keyed = z.object({ idempotencyKey: idempotencyKey.nullish() });

/** Gives a ticket to somebody of its desk, whoever had it before. */
export async function assignTicket(ctx: Ctx, input: AssignTicket): Promise<void> {
  parseInput(Keyed, input);
  await onTicket(ctx, { name: 'ticketAssign', input }, async (tx, ticket, role) => {
    const { assigneeId } = input;
    requireAction(ticket, 'assign', role, tx.now());
    if (assigneeId && !(await worksAt(tx, ticket, assigneeId))) {
      throw new NotFoundError('member of the staff', ['assigneeId']);
    }
    if (ticket.assigneeId === assigneeId) return;
    if (input.onlyIfUnassigned && ticket.assigneeId) {
      throw new TicketTransitionError('Somebody has taken this ticket meanwhile.', ['onlyIfUnassigned']);
    }
    await changeTicket(tx, ticket, 'assign', { assigneeId });
  });
}

async function worksAt(ctx: Ctx, ticket: Ticket, personId: PersonId): Promise<boolean> {
  if (ticket.desk === 'PLATFORM') {
    const [person] = await peopleByIds(ctx, [personId]);
    return person?.operator ?? false;
  }
  const [members] = await staffByBusiness(ctx, [ticket.businessId]);
  return members?.some((one) => one.personId === personId && mayDo(one.role, 'chat')) ?? false;
}

export interface PrioritiseTicket {
  readonly ticketId: TicketId;
  readonly priority: TicketPriority;
  readonly idempotencyKey?: string | null | undefined;
}

/** Gives a ticket another priority: what is due moves with it. */
export async function prioritiseTicket(ctx: Ctx, input: PrioritiseTicket): Promise<void> {
  parseInput(Keyed, input);
  await onTicket(ctx, { name: 'ticketPrioritySet', input }, async (tx, ticket, role) => {
    const { priority } = input;
    requireAction(ticket, 'prioritise', role, tx.now());
    if (ticket.priority === priority) return;
    await changeTicket(tx, ticket, 'prioritise', { priority, ...dueUnder(ticket, priority) });
  });
}
