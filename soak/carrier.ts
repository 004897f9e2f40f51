export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly token: string;
}

/** What comes over a stream: an event and where to go on after it, or a bookmark. */
export interface Item {
  readonly cursor: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly sequence: number | null;
    readonly occurredAt: string;
  } | null;
}

/** A connection with one stream on it. */
export interface Line {
  /** Throws what ended it: a StreamError when the server said why. */
  readonly answers: AsyncIterableIterator<Answer>;
  /** Leaves as a client should. */
  leave(): void;
  /** Is gone, as a client that lost its network. */
  drop(): void;
}

export interface Answer {
  readonly data?: { readonly stream: Item } | null | undefined;
  readonly errors?: readonly ApiError[] | undefined;
}

export interface ApiError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** One way in which a subscriber reaches a server. */
export interface Carrier {
  readonly name: string;
  open(url: string, request: Request): Line;
}

/** The server's own words about a stream that it ended, or could not give an item of. */
export class StreamError extends Error {
  readonly code: string;

  constructor(errors: readonly ApiError[]) {
    super(errors.map(({ message }) => message).join('; '));
    const code = errors[0]?.extensions?.['code'];
    this.code = typeof code === 'string' ? code : 'NONE';
  }
}
