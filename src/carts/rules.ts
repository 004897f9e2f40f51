import { shortage, type SalesChannel } from '../catalog/rules.ts';
import type { CartLineId, ProductId } from '../db/id.ts';
import { UserError } from '../errors.ts';

export const MAX_LINES = 100;
export const MAX_QUANTITY = 999;

export class VersionConflictError extends UserError {
  readonly code = 'VERSION_CONFLICT';

  constructor(version: number) {
    super(`The cart has changed: it is at version ${version} now. Read it again.`, ['expectedVersion']);
  }
}

export class CartEmptyError extends UserError {
  readonly code = 'CART_EMPTY';

  constructor() {
    super('The cart is empty: put something in first.', ['cartId']);
  }
}

interface Line {
  readonly id: CartLineId;
  readonly quantity: number;
  readonly product: {
    readonly id: ProductId;
    readonly state: 'ACTIVE' | 'ARCHIVED';
    readonly channels: readonly SalesChannel[];
    readonly tracked: boolean;
    readonly free: number;
  };
}

/** Why checkout would refuse a line. */
export interface CartProblem {
  readonly lineId: CartLineId;
  readonly code: 'PRODUCT_UNAVAILABLE' | 'INSUFFICIENT_STOCK';
  readonly message: string;
}

/** What checkout by a channel would refuse, line by line; nothing when it would go through. */
export function cartProblems(lines: readonly Line[], channel: SalesChannel = 'CHAT'): CartProblem[] {
  return lines.flatMap((line) => {
    const reason = shortage(line.product, line.quantity, [], channel);
    return reason ? [{ lineId: line.id, code: reason.code, message: reason.message }] : [];
  });
}
