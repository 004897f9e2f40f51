import { encodeId } from '../src/db/id.ts';
import { startConversation } from '../src/conversations/start.ts';
import { seed } from '../src/testing/crash.ts';
import {
  makeCard,
  makePerson,
  makeProduct,
  makeShop,
  makeStaff,
  type TestShop,
} from '../src/testing/factories.ts';
import { makePartnerApp } from '../src/testing/partner-commands.ts';
import type { BusinessId, ConversationId, PersonId } from '../src/db/id.ts';

const SHOPS = 3;
const CUSTOMERS_PER_SHOP = 4;

export interface SoakShop {
  readonly id: BusinessId;
  readonly publicId: string;
  readonly agentToken: string;
  readonly productId: string;
}

/** A customer in a chat with one shop. */
export interface Customer {
  readonly id: PersonId;
  readonly token: string;
  readonly shop: SoakShop;
  readonly conversationId: ConversationId;
  readonly chatId: string;
}

export interface World {
  readonly shops: readonly SoakShop[];
  readonly customers: readonly Customer[];
  /** The key of an app that every shop lets read its orders and act on them. */
  readonly partnerKey: string;
}

/** Shops with an agent and a product that does not run out, and customers with a card who talk to them. */
export function makeWorld(databaseUrl: string): Promise<World> {
  return seed(databaseUrl, async (server) => {
    const shops: SoakShop[] = [];
    const granting: TestShop[] = [];
    const customers: Customer[] = [];
    for (let i = 0; i < SHOPS; i++) {
      const shop = await makeShop(server);
      const agent = await makeStaff(server, shop, 'AGENT');
      const { publicId: productId } = await makeProduct(shop, { stock: 1_000_000 });
      const made = { id: shop.id, publicId: shop.publicId, agentToken: agent.token, productId };
      shops.push(made);
      granting.push(shop);
      for (let j = 0; j < CUSTOMERS_PER_SHOP; j++) {
        const customer = await makePerson(server);
        const conversationId = await startConversation(customer.ctx, { businessId: shop.id });
        await makeCard(customer);
        const chatId = encodeId('cnv', conversationId);
        customers.push({ id: customer.id, token: customer.token, shop: made, conversationId, chatId });
      }
    }
    const partner = await makePartnerApp(server, { shops: granting });
    return { shops, customers, partnerKey: partner.key };
  });
}
