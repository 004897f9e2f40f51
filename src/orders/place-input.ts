import { z } from 'zod';
import { personsChannel, type SalesChannel } from '../catalog/rules.ts';
import type { CartId } from '../db/id.ts';
import { humanText, idempotencyKey, parseInput } from '../text.ts';
import type { Address } from './tables.ts';

const Place = z.object({
  idempotencyKey,
  note: humanText(500).nullish(),
  address: z
    .object({
      name: humanText(80),
      line1: humanText(120),
      line2: humanText(120).nullish(),
      city: humanText(80),
      region: humanText(80).nullish(),
      postalCode: humanText(16).nullish(),
      country: z.string().regex(/^[A-Z]{2}$/, 'A country is its two-letter code, such as IN.'),
    })
    .nullish(),
});

export interface PlaceOrder {
  readonly cartId: CartId;
  readonly expectedVersion?: number | null | undefined;
  readonly address?: z.input<typeof Place>['address'];
  readonly note?: string | null | undefined;
  /** Where the cart came from: every line has to be sold there. The chat when left out. */
  readonly channel?: SalesChannel | null | undefined;
  readonly idempotencyKey: string;
}

/** What is frozen into the order beside its lines. */
export interface OrderExtras {
  readonly channel: SalesChannel;
  readonly note: string | null;
  readonly address: Address | null;
}

export function readPlaceOrder(input: PlaceOrder): { idempotencyKey: string; extras: OrderExtras } {
  const { idempotencyKey, note, address } = parseInput(Place, input);
  const channel = personsChannel(input.channel);
  return { idempotencyKey, extras: { channel, note: note ?? null, address: addressOf(address) } };
}

function addressOf(given: z.output<typeof Place>['address']): Address | null {
  if (!given) return null;
  return {
    ...given,
    line2: given.line2 ?? null,
    region: given.region ?? null,
    postalCode: given.postalCode ?? null,
  };
}
