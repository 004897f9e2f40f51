import type { Feature, FeatureState } from '../src/markets/rules.ts';
import { builder } from './builder.ts';

export const FeatureKey = builder.enumType('FeatureKey', {
  description: 'What a country can have.',
  values: {
    CATALOG: { description: 'Cards of products and catalogues in chats.' },
    CART: { description: 'Filling carts and ordering.' },
    CARD_PAYMENT: {
      description: 'Paying with a card: orders, top-ups, and the part of a transfer that it pays.',
    },
    WALLET: { description: 'Topping a wallet up and paying from it.' },
    SEND_MONEY: { description: 'Sending money to people and asking them for it: both sides must have it.' },
    CASH_ON_DELIVERY: { description: 'Paying in cash when an order is delivered.' },
    BOT: { description: 'Shops that answer by themselves.' },
    FACEBOOK_SHOP: { description: 'Selling in a Facebook Shop.' },
    INSTAGRAM_SHOP: { description: 'Selling in an Instagram Shop.' },
  } satisfies Record<Feature, object>,
});

export const FeatureStateType = builder.enumType('FeatureState', {
  description: 'How a feature stands in a country.',
  values: {
    OFF: { description: 'For nobody.' },
    ANNOUNCED: { description: 'For nobody yet: it will come.' },
    PILOT: {
      description: 'For a share of the people, always the same ones, and for those who were invited.',
    },
    ON: { description: 'For everybody.' },
  } satisfies Record<FeatureState, object>,
});
