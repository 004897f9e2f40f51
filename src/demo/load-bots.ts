import { sql } from 'drizzle-orm';
import { setBot } from '../bot/set-bot.ts';
import { settingsByBusiness } from '../bot/read.ts';
import { setOpeningHours } from '../businesses/set-hours.ts';
import type { Ctx } from '../context.ts';
import { DEMO_BOTS } from './bots.ts';
import { as, type Cast } from './cast.ts';

/** Sets opening hours and switches bots on, where that has not been done. */
export async function openBots(ctx: Ctx, cast: Cast): Promise<void> {
  await dealWithThePast(ctx);
  for (const { shop, hours, ...texts } of DEMO_BOTS) {
    const businessId = cast.shop(shop);
    const [settings] = await settingsByBusiness(ctx, [businessId]);
    if (settings?.enabled) continue;
    const owner = as(ctx, cast.ownerOf(shop));
    await setOpeningHours(owner, { businessId, hours });
    await setBot(owner, { businessId, isEnabled: true, ...texts });
  }
}

/** The bots find everything that was said before they came dealt with. */
async function dealWithThePast({ db, now }: Ctx): Promise<void> {
  await db.execute(sql`
    insert into bot_conversations (conversation_id, answered_sequence, updated_at)
    select id, last_sequence, ${now().toISOString()} from conversations
    where business_id is not null and ticket_id is null
    on conflict (conversation_id) do nothing`);
}
