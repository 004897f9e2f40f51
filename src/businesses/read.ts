import { and, asc, eq, gt, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { viewerId, type Ctx } from '../context.ts';
import type { BusinessId, ImageId, PersonId } from '../db/id.ts';
import { anyOf, byId, groupBy, pageOf, type Page, type PageRequest } from '../db/read.ts';
import { rowsOf, type RawRow } from '../db/rows.ts';
import { searchWords } from '../text.ts';
import { HANDLE } from './rules.ts';
import {
  businesses,
  images,
  staff,
  type Business,
  type Staff,
  type StaffRole,
  openingHours,
  type OpeningHours,
} from './tables.ts';

export type { Business, Staff, StaffRole };

const businessRows = rowsOf(businesses, 'b');

export async function businessesByIds(ctx: Ctx, ids: readonly BusinessId[]): Promise<(Business | null)[]> {
  const rows = await ctx.sql<RawRow[]>`
    /* businesses_by_ids */
    select ${businessRows.columns(ctx.sql)} from businesses b where b.id = any(${[...ids]})`;
  return byId(ids, rows.map(businessRows.read));
}

export async function businessByHandle(ctx: Ctx, handle: string): Promise<Business | null> {
  if (!HANDLE.test(handle)) return null;
  const [row] = await ctx.sql<RawRow[]>`
    /* business_by_handle */
    select ${businessRows.columns(ctx.sql)} from businesses b where b.handle = ${handle}`;
  return row ? businessRows.read(row) : null;
}

/** Shops, oldest first; of one country, or with a name like the words given. */
export async function businessesPage(
  ctx: Ctx,
  filter: { country: string | null; search: string | null },
  page: PageRequest,
): Promise<Page<Business>> {
  const words = searchWords(filter.search)?.toLowerCase();
  const rows = await ctx.db
    .select()
    .from(businesses)
    .where(
      and(
        filter.country ? eq(businesses.country, filter.country) : undefined,
        words ? sql`lower(${businesses.name}) %> ${words}` : undefined,
        page.after ? gt(businesses.id, page.after as BusinessId) : undefined,
      ),
    )
    .orderBy(asc(businesses.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit);
}

/** For each business the caller's role in it, null where none. */
export async function rolesIn(ctx: Ctx, ids: readonly BusinessId[]): Promise<(StaffRole | null)[]> {
  const personId = viewerId(ctx);
  if (!personId) return ids.map(() => null);
  const rows = await ctx.db
    .select()
    .from(staff)
    .where(and(eq(staff.personId, personId), anyOf(staff.businessId, ids)));
  const roles = new Map(rows.map((row) => [row.businessId, row.role]));
  return ids.map((id) => roles.get(id) ?? null);
}

export async function staffByBusiness(ctx: Ctx, ids: readonly BusinessId[]): Promise<Staff[][]> {
  const rows = await ctx.db
    .select()
    .from(staff)
    .where(anyOf(staff.businessId, ids))
    .orderBy(asc(staff.createdAt), asc(staff.personId));
  return groupBy(ids, rows, (row) => row.businessId);
}

export function membershipsOf(ctx: Ctx, personId: PersonId): Promise<Staff[]> {
  return ctx.db.select().from(staff).where(eq(staff.personId, personId)).orderBy(asc(staff.businessId));
}

export interface Picture {
  readonly contentType: string;
  readonly bytes: Buffer;
}

export async function imageById(ctx: Ctx, id: ImageId): Promise<Picture | null> {
  const [image] = await ctx.db
    .select({ contentType: images.contentType, bytes: images.bytes })
    .from(images)
    .where(eq(images.id, id));
  return image ?? null;
}

/** A condition for the reads of other domains: the person is on the staff of the business in this column. */
export function staffOf(businessId: AnyColumn, personId: PersonId): SQL {
  return sql`exists (select from ${staff} where ${staff.businessId} = ${businessId} and ${staff.personId} = ${personId})`;
}

/** The same for its owners alone. */
export function ownedBy(businessId: AnyColumn, personId: PersonId): SQL {
  return sql`exists (select from ${staff} where ${staff.businessId} = ${businessId} and ${staff.personId} = ${personId} and ${staff.role} = 'OWNER')`;
}

/** The same for those who keep its catalogue. */
export function keptBy(businessId: AnyColumn, personId: PersonId): SQL {
  return sql`exists (select from ${staff} where ${staff.businessId} = ${businessId} and ${staff.personId} = ${personId} and ${staff.role} in ('MANAGER', 'OWNER'))`;
}

/** Whether all the images are the business's own. */
export async function ownsImages(
  ctx: Ctx,
  businessId: BusinessId,
  ids: readonly ImageId[],
): Promise<boolean> {
  const owned = await ctx.db.$count(images, and(eq(images.businessId, businessId), anyOf(images.id, ids)));
  return owned === new Set(ids).size;
}

/** Which of these people work in a business in which the person works as well. */
export async function colleaguesOf(
  ctx: Ctx,
  personId: PersonId,
  ids: readonly PersonId[],
): Promise<PersonId[]> {
  const rows = await ctx.db
    .selectDistinct({ id: staff.personId })
    .from(staff)
    .where(
      and(
        anyOf(staff.personId, ids),
        sql`${staff.businessId} in (select business_id from staff mine where mine.person_id = ${personId})`,
      ),
    );
  return rows.map((row) => row.id);
}

/** When each shop is open, from Monday on. */
export async function hoursByBusiness(ctx: Ctx, ids: readonly BusinessId[]): Promise<OpeningHours[][]> {
  const rows = await ctx.db
    .select()
    .from(openingHours)
    .where(anyOf(openingHours.businessId, ids))
    .orderBy(asc(openingHours.weekday), asc(openingHours.opensAt));
  return groupBy(ids, rows, (row) => row.businessId);
}
