import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { Ctx } from '../src/context.ts';
import { Fault } from '../src/errors.ts';
import { EVENT_TYPES, type EventType } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import type { Delivery } from '../src/events/stream.ts';
import { builder } from './builder.ts';
import { admit, type Admission, type Doors } from './live-callers.ts';

type Types = typeof builder.$inferSchemaTypes;

/** `order.placed` is ORDER_PLACED in the API. */
const enumName = (type: string) => type.toUpperCase().replaceAll('.', '_');

export const EventTypeEnum = builder.enumType('EventType', {
  description: 'What happened.',
  values: Object.fromEntries(
    Object.entries(EVENT_TYPES).map(([type, description]) => [
      enumName(type),
      { value: type as EventType, description },
    ]),
  ),
});

export const Event = builder.interfaceRef<LogEvent>('Event').implement({
  description: 'Something that happened and was committed.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'The same each time the event is delivered: what repeats are told apart by.',
    }),
    type: t.field({ type: EventTypeEnum, description: 'What happened.', resolve: (event) => event.type }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it was committed.',
      resolve: (event) => event.occurredAt,
    }),
    sequence: t.int({
      nullable: true,
      description:
        'Gapless among the events of the same subject; null for what is live only, such as typing.',
      resolve: (event) => event.sequence,
    }),
  }),
});

builder.queryField('eventCursor', (t) =>
  t.field({
    type: 'EventCursor',
    description:
      'Where the log is now. Take it in the same query as a list, then subscribe after it: nothing is missed in between.',
    // Known when the request began, so before any list of the same query was read.
    resolve: (_root, _args, ctx) => ctx.eventCursor,
  }),
);

/** What a subscription listens on, once its arguments are read. */
export interface Listening {
  readonly topics: readonly string[];
  /**
   * Throws a Fault when the caller may not listen: asked at the start and whenever access has changed. Topics that it
   * answers with take the place of `topics`.
   */
  readonly authorize?: () => Promise<readonly string[] | void>;
  /** Which of the topics' events are wanted. */
  readonly wants?: (event: LogEvent) => boolean;
  /** Which of them are withheld, as far as `authorize` has last found out. */
  readonly withholds?: (event: LogEvent) => boolean;
}

/** A subscription of the house: `{ cursor, event }` items, resumable with `after`. */
export function liveField<Args extends InputFieldMap>(
  name: string,
  options: Doors & {
    description: string;
    event: ObjectRef<Types, LogEvent>;
    args: Args;
    listen: (args: InputShapeFromFields<Args>, ctx: Ctx) => Listening;
  },
): void {
  const item = builder
    .objectRef<Delivery>(`${options.event.name.replace(/Event$/, '')}StreamItem`)
    .implement({
      description: 'An item of a live stream: an event, or a bookmark that only moves the cursor.',
      fields: (t) => ({
        cursor: t.field({
          type: 'EventCursor',
          description: 'Subscribe again with `after` this to go on behind this item.',
          resolve: (delivery) => delivery.cursor,
        }),
        event: t.field({
          type: options.event,
          nullable: true,
          description: 'Null in the first item, and now and then on a quiet stream: the stream is live.',
          resolve: (delivery) => delivery.event,
        }),
      }),
    });
  builder.subscriptionField(name, (t) =>
    t.field({
      type: item,
      description: options.description,
      args: {
        ...options.args,
        after: t.arg({
          type: 'EventCursor',
          description: 'The cursor of the last item seen; starts now when left out.',
        }),
      },
      subscribe: (_root, args, ctx) => {
        // First of all: what a guest or a locked session asks for is not even read.
        const admission = admit(ctx, options);
        const listening = options.listen(args as unknown as InputShapeFromFields<Args>, ctx);
        return open(ctx, admission, listening, (args as { after?: string | null }).after);
      },
      resolve: (delivery) => delivery,
    }),
  );
}

function open(
  ctx: Ctx,
  admission: Admission,
  listening: Listening,
  after: string | null | undefined,
): AsyncIterable<Delivery> {
  const { accessTopics, gate, requireStanding } = admission;
  const stream = ctx.app.feed.subscribe({
    ...listening,
    accessTopics,
    authorize: async () => {
      await requireStanding();
      return listening.authorize?.();
    },
    gate,
    after,
  });
  const keyId = ctx.actor.kind === 'app' ? ctx.actor.keyId : null;
  return keyId ? ctx.app.positions.follow(keyId, stream) : stream;
}

/** The fault for a stream of something that is not there or not the caller's. */
export function noSuchStream(noun: string): Fault {
  return new Fault('FORBIDDEN', `There is no such ${noun} for you to listen to.`);
}
