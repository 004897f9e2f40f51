import type { SalesChannel } from '../src/catalog/rules.ts';
import { builder } from './builder.ts';

export const SalesChannelType = builder.enumType('SalesChannel', {
  description: 'Where a product is sold and an order comes from.',
  values: {
    CHAT: { description: 'The chat.' },
    FACEBOOK_SHOP: { description: 'A Facebook Shop.' },
    INSTAGRAM_SHOP: { description: 'An Instagram Shop.' },
    PARTNER: { description: 'A partner app.' },
  } satisfies Record<SalesChannel, object>,
});
