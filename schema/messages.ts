import { viewerId } from '../src/context.ts';
import type { Message as MessageRow, MessageRange } from '../src/conversations/read.ts';
import type { BusinessId, PersonId } from '../src/db/id.ts';
import type { Page } from '../src/db/read.ts';
import { Fault } from '../src/errors.ts';
import { builder } from './builder.ts';
import { MessageContent } from './message-content.ts';
import { partyType, Platform, PLATFORM_SIDE } from './parties.ts';
import { DEFAULT_PAGE, pageSize, type Connection } from './paging.ts';
import { Business, Conversation, Message, Person } from './refs.ts';

const SenderType = builder.unionType('MessageSender', {
  description: 'The side that speaks.',
  types: [Person, Business, Platform],
  resolveType: partyType,
});

Message.implement({
  description: 'A message of a conversation. For those in it.',
  fields: (t) => ({
    conversation: t.field({
      type: Conversation,
      description: 'Where.',
      resolve: (message) => message.conversationId,
    }),
    sequence: t.exposeInt('sequence', { description: '1, 2, 3 ... in its conversation, without a gap.' }),
    clientId: t.string({
      nullable: true,
      description:
        'What the sending device called it; null for others and for what the shop tells by itself.',
      resolve: (message, _args, ctx) => (message.senderPersonId === viewerId(ctx) ? message.clientId : null),
    }),
    sender: t.field({
      type: SenderType,
      nullable: true,
      description: 'Who speaks; null for somebody who is gone.',
      resolve: (message, _args, ctx) => {
        switch (message.senderKind) {
          case 'PERSON':
            return Person.getDataloader(ctx).load(message.senderPartyId as PersonId);
          case 'BUSINESS':
            return Business.getDataloader(ctx).load(message.senderPartyId as BusinessId);
          case 'PLATFORM':
            return PLATFORM_SIDE;
          case 'SYSTEM':
            return null;
        }
      },
    }),
    isMine: t.boolean({
      description: 'Whether you sent it.',
      resolve: (message, _args, ctx) =>
        message.senderPersonId !== null && message.senderPersonId === viewerId(ctx),
    }),
    content: t.field({
      type: MessageContent,
      description: 'What it holds.',
      resolve: (message) => message.content,
    }),
    sentAt: t.field({ type: 'DateTime', description: 'When.', resolve: (message) => message.sentAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When what it shows last changed.',
      resolve: (message) => message.updatedAt,
    }),
  }),
});

export const MessageConnection = builder.connectionObject(
  {
    type: Message,
    name: 'MessageConnection',
    description: 'A stretch of a conversation, in the order of the sequence.',
  },
  { name: 'MessageEdge', description: 'A message in a stretch.' },
);

interface RangeArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Reads `last/before` or `first/after`, and makes a connection of what was found. */
export function messageRange(
  args: RangeArgs,
): MessageRange & { connection: (page: Page<MessageRow>) => Connection<MessageRow> } {
  if (args.first != null && args.last != null)
    throw new Fault('BAD_USER_INPUT', 'Give `first` or `last`, not both.');
  const from = args.first != null || (args.after != null && args.last == null) ? 'START' : 'END';
  const range = {
    from,
    limit: from === 'START' ? pageSize(args.first ?? DEFAULT_PAGE) : pageSize(args.last, 'last'),
    before: sequenceOf(args.before),
    after: sequenceOf(args.after),
  } as const;
  return {
    ...range,
    connection: (page) => {
      const edges = page.rows.map((node) => ({
        cursor: Buffer.from(String(node.sequence)).toString('base64url'),
        node,
      }));
      return {
        edges,
        pageInfo: {
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
          hasNextPage: from === 'START' ? page.hasMore : range.before !== null,
          hasPreviousPage: from === 'END' ? page.hasMore : range.after !== null,
        },
      };
    },
  };
}

function sequenceOf(cursor: string | null | undefined): number | null {
  if (cursor == null) return null;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!/^\d{1,15}$/.test(text)) throw new Fault('BAD_USER_INPUT', 'This is not a cursor of a conversation.');
  return Number(text);
}
