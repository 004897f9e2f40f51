import type { Ctx } from '../context.ts';
import { runImport } from '../imports/run.ts';
import { startImport } from '../imports/start.ts';
import { as, type Cast } from './cast.ts';

const SHOP = 'rasoi-ghar';

/** A shop's own file, as such files are: new goods, one that is known, and rows that nobody could take. */
const FILE = `id,title,description,availability,condition,price,sale_price,quantity_to_sell_on_facebook
RG-MASALA-DABBA,Masala Dabba,"Steel spice box with seven cups, two spoons and a lid that shuts",in stock,new,1190.00 INR,990.00 INR,25
RG-BELAN-SHEESHAM,Sheesham Belan,Rolling pin of one piece of rosewood,in stock,new,240.00 INR,,60
RG-CHAKLA-MARBLE,Marble Chakla,White marble from Makrana,in stock,new,on request,,12
RG-TAWA-26CM,Iron Tawa 26 cm,Seasoned and ready for the first roti,in stock,new,18.50 USD,,40
RG-BELAN-SHEESHAM,Sheesham Belan (large),The same once more,in stock,new,290.00 INR,,30
RG-KADHAI-BRASS,Brass Kadhai,"Hand-beaten, tinned inside",in stock,new,1450.00 INR,1650.00 INR,8
`;

/** How many products it adds. */
export const IMPORTED = 2;

/** A file that a shop has sent in and that is taken: what of it was refused, line by line, stands beside it. */
export async function importCatalogue(ctx: Ctx, cast: Cast): Promise<void> {
  const bytes = Buffer.from(FILE);
  const file = {
    name: 'rasoi-ghar-diwali.csv',
    size: bytes.length,
    stream: async function* () {
      yield bytes;
    },
  };
  const importId = await startImport(as(ctx, cast.ownerOf(SHOP)), {
    businessId: cast.shop(SHOP),
    file,
    idempotencyKey: 'demo:import',
  });
  // The queue has it as well: whoever comes second finds it done.
  await runImport(ctx, importId);
}
