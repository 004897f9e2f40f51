import type { Logger } from 'pino';

interface Told {
  readonly id: string;
  readonly topics: readonly string[];
}

/** Who listens on what, in this process. */
export interface Listeners<Event extends Told> {
  /** Returns how to stop listening. */
  add(topics: readonly string[], listener: (event: Event) => void): () => void;
  /** Calls each that listens on any of the event's topics, once. What one throws does not reach the others. */
  tell(event: Event): void;
  count(): number;
}

export function listenersOf<Event extends Told>(log: Logger): Listeners<Event> {
  const byTopic = new Map<string, Set<(event: Event) => void>>();
  const all = new Set<(event: Event) => void>();

  return {
    add: (topics, listener) => {
      // One of its own for each time, also when somebody passes the same function twice.
      const own = (event: Event) => listener(event);
      all.add(own);
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(own));
      return () => {
        all.delete(own);
        for (const topic of topics) {
          const listeners = byTopic.get(topic);
          listeners?.delete(own);
          if (listeners?.size === 0) byTopic.delete(topic);
        }
      };
    },
    tell: (event) => {
      const told = new Set<(event: Event) => void>();
      for (const topic of event.topics) for (const listener of byTopic.get(topic) ?? []) told.add(listener);
      for (const listener of told) {
        try {
          listener(event);
        } catch (error) {
          log.error({ err: error, eventId: event.id }, 'a listener failed');
        }
      }
    },
    count: () => all.size,
  };
}
