import { builder } from './builder.ts';
import './businesses.ts';
import './carts.ts';
import './conversation-commands.ts';
import './conversation-streams.ts';
import './conversations.ts';
import './markets.ts';
import './order-types.ts';
import './orders.ts';
import './payments.ts';
import './people.ts';
import './products.ts';
import './scalars.ts';
import './wallets.ts';

export const schema = builder.toSchema();
