import { TourError } from './must.ts';

/** A live stream is given this long to bring what it must. */
const PATIENCE_MS = 10_000;

interface Item<Event> {
  readonly cursor: string;
  readonly event: Event | null;
}

/** A live stream that is read as it comes, while the tour goes on and asks it for what should have come. */
export interface Watch<Event> {
  /** Waits until the stream is live: what happens from now on is delivered. */
  ready(): Promise<void>;
  /** The first event that fits and was not given before, waiting for it when it has not come yet. */
  next(what: string, fits: (event: Event) => boolean): Promise<Event>;
  /** Waits for the stream's end; null when it was closed from this side, else why. */
  ended(): Promise<unknown>;
  /** Everything that came, in order. */
  readonly events: readonly Event[];
  /** Where to go on after what came so far. */
  cursor(): string;
}

export function watch<Data, Event>(
  name: string,
  stream: AsyncIterable<Data>,
  itemOf: (data: Data) => Item<Event>,
  show: (event: Event) => void,
): Watch<Event> {
  const events: Event[] = [];
  const given = new Set<Event>();
  const waiting = new Set<() => void>();
  let cursor: string | null = null;
  let end: { readonly why: unknown } | null = null;
  const wake = () => {
    for (const look of waiting) look();
  };

  async function read(): Promise<void> {
    for await (const data of stream) {
      const item = itemOf(data);
      cursor = item.cursor;
      if (item.event !== null) {
        show(item.event);
        events.push(item.event);
      }
      wake();
    }
  }
  read().then(
    () => ((end = { why: null }), wake()),
    (error: unknown) => ((end = { why: error }), wake()),
  );

  /** Looks now and after everything that comes, until there is something or the patience is over. */
  function until<T>(what: string, look: () => T | undefined): Promise<T> {
    const found = Promise.withResolvers<T>();
    const check = () => {
      const value = look();
      if (value !== undefined) found.resolve(value);
      else if (end)
        found.reject(new TourError(`The ${name} stream ended before ${what} came.`, { cause: end.why }));
    };
    const timer = setTimeout(() => {
      found.reject(new TourError(`The ${name} stream stayed silent: ${what} did not come.`));
    }, PATIENCE_MS);
    waiting.add(check);
    check();
    return found.promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(check);
    });
  }

  return {
    events,
    cursor: () => cursor ?? '',
    ready: async () => {
      await until('its first item', () => cursor ?? undefined);
    },
    next: (what, fits) =>
      until(what, () => {
        const event = events.find((candidate) => !given.has(candidate) && fits(candidate));
        if (event) given.add(event);
        return event;
      }),
    ended: async () => (await until('its end', () => end ?? undefined)).why,
  };
}
