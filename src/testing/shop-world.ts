import { setOpeningHours } from '../businesses/set-hours.ts';
import type { ConversationId } from '../db/id.ts';
import { setScreenLock } from '../locks/set.ts';
import { makeBotShop, openBotChat } from './bot-chat.ts';
import { makePerson, type TestPerson, type TestShop } from './factories.ts';
import { importFile, keepFile } from './import-commands.ts';
import type { TestServer } from './server.ts';

/** A shop with its bot, hours and files, and a customer behind a screen lock. */
export interface ShopWorld {
  readonly shop: TestShop;
  readonly asha: TestPerson;
  readonly conversationId: ConversationId;
}

/** A row at least in every table of the bot, opening hours, imports and screen locks, for what is tried on all of them. */
export async function makeShopWorld(server: TestServer): Promise<ShopWorld> {
  const [shop, asha] = [await makeBotShop(server), await makePerson(server)];
  const { says, conversationId } = await openBotChat(server, shop, asha);
  await says('hi');
  const hours = [{ weekday: 1, opensAt: 540, closesAt: 1_080 }];
  await setOpeningHours(shop.owner.ctx, { businessId: shop.id, hours });
  await importFile(server, shop, 'id,title,price\na,A,10\nb,B,many\n');
  // Nobody works its job: it waits, with its pieces.
  await keepFile(shop, 'id,title,price\nc,C,10\n');
  await setScreenLock(asha.ctx, { password: 'correct horse', autoLockSeconds: 600 });
  return { shop, asha, conversationId };
}
