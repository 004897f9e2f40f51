import { and, eq } from 'drizzle-orm';
import { requirePerson, viewerId, type Ctx } from '../context.ts';
import type { BusinessId, PersonId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { NotFoundError } from '../errors.ts';
import { topic } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { parsePhone } from '../identity/phone.ts';
import { personByPhone } from '../identity/read.ts';
import { AlreadyStaffError, ForbiddenRoleError, LastOwnerError, mayDo, type StaffTask } from './rules.ts';
import { staff, type StaffRole } from './tables.ts';

/** The caller's role in a business; null for everybody else. */
export async function roleIn(ctx: Ctx, businessId: BusinessId): Promise<StaffRole | null> {
  const personId = viewerId(ctx);
  if (!personId) return null;
  const [member] = await ctx.db
    .select({ role: staff.role })
    .from(staff)
    .where(and(eq(staff.businessId, businessId), eq(staff.personId, personId)));
  return member?.role ?? null;
}

/** Throws unless the caller may do the task for the business; for strangers what they asked for is `missing`. */
export async function requireStaff(
  ctx: Ctx,
  businessId: BusinessId,
  task: StaffTask,
  missing = new NotFoundError('business', ['businessId']),
): Promise<void> {
  requirePerson(ctx);
  const role = await roleIn(ctx, businessId);
  if (!role) throw missing;
  if (!mayDo(role, task)) throw new ForbiddenRoleError(task);
}

/** Takes a person, known by phone, on the staff. */
export async function addStaff(
  ctx: Ctx,
  input: { businessId: BusinessId; phone: string; role: StaffRole },
): Promise<void> {
  await requireStaff(ctx, input.businessId, 'staff');
  const { phone } = parsePhone(input.phone, ['phone']);
  const person = await personByPhone(ctx, phone);
  if (!person) throw new NotFoundError('person with this phone', ['phone']);
  await transact(ctx, async (tx) => {
    const added = await tx.db
      .insert(staff)
      .values({ businessId: input.businessId, personId: person.id, role: input.role })
      .onConflictDoNothing()
      .returning({ personId: staff.personId });
    if (added.length === 0) throw new AlreadyStaffError('This person is on the staff already.', ['phone']);
    await recordChange({ tx, businessId: input.businessId, personId: person.id });
  });
}

/** Changes a member's role, or takes them off the staff when `role` is null: their live streams end. */
export async function changeStaff(
  ctx: Ctx,
  input: { businessId: BusinessId; personId: PersonId; role: StaffRole | null },
): Promise<void> {
  await requireStaff(ctx, input.businessId, 'staff');
  await transact(ctx, async (tx) => {
    // All owners are locked, so that the last two can't leave at the same moment.
    const owners = await tx.db
      .select({ personId: staff.personId })
      .from(staff)
      .where(and(eq(staff.businessId, input.businessId), eq(staff.role, 'OWNER')))
      .for('update');
    const isLastOwner = owners.length === 1 && owners[0]?.personId === input.personId;
    if (isLastOwner && input.role !== 'OWNER')
      throw new LastOwnerError('A business keeps at least one owner.');
    const member = and(eq(staff.businessId, input.businessId), eq(staff.personId, input.personId));
    const changed = input.role
      ? await tx.db.update(staff).set({ role: input.role }).where(member).returning({ id: staff.personId })
      : await tx.db.delete(staff).where(member).returning({ id: staff.personId });
    if (changed.length === 0) throw new NotFoundError('member of the staff', ['personId']);
    await recordChange({ tx, businessId: input.businessId, personId: input.personId });
  });
}

async function recordChange(change: {
  tx: Parameters<typeof record>[0];
  businessId: BusinessId;
  personId: PersonId;
}) {
  await record(change.tx, {
    type: 'staff.changed',
    subjectId: change.businessId,
    topics: [topic.access(change.personId)],
    payload: { partyId: change.businessId },
  });
}
