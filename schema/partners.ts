import { mayDo } from '../src/businesses/rules.ts';
import { viewerId, type Ctx } from '../src/context.ts';
import { SCOPES, type Scope } from '../src/partners/rules.ts';
import {
  appsPage,
  grantsPage,
  keysPage,
  ownerNames,
  type ApiKey as KeyRow,
  type PartnerApp as AppRow,
  type PartnerGrant,
} from '../src/partners/read.ts';
import { builder } from './builder.ts';
import { argumentId } from './ids.ts';
import { batched } from './loaders.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, idCursor } from './paging.ts';
import { isSelf, Viewer } from './people.ts';
import { ApiKey, Business, PartnerApp, Person } from './refs.ts';
import { roleOf } from './roles.ts';

export const PartnerScope = builder.enumType('PartnerScope', {
  description: 'Something that a partner app may be allowed to do.',
  values: Object.fromEntries(
    Object.entries(SCOPES).map(([scope, description]) => [scope, { value: scope as Scope, description }]),
  ) as Record<Scope, { value: Scope; description: string }>,
});

const ownerNameOf = batched(ownerNames);

/** Who looks after an app: its keys, what it was granted and where it is told are theirs to see. */
export function ownsApp(app: AppRow, ctx: Ctx): boolean {
  return viewerId(ctx) === app.ownerId;
}

/** Whether it is the app itself that asks, by one of its keys. */
export function isApp(app: AppRow, { actor }: Ctx): boolean {
  return actor.kind === 'app' && actor.appId === app.id;
}

ApiKey.implement({
  description:
    'What a partner app calls with. The key itself is shown once, when it is made. For the owner of the app, and for who calls with it.',
  fields: (t) => ({
    app: t.field({ type: PartnerApp, description: 'Of which app.', resolve: (key) => key.appId }),
    name: t.exposeString('name', { description: 'What its owner calls it.' }),
    last4: t.exposeString('last4', {
      description: 'Its last four characters, to tell keys apart by.',
    }),
    scopes: t.field({
      type: [PartnerScope],
      description: 'What it was made for; it may no more than its app asks for, either.',
      resolve: (key) => key.scopes,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (key) => key.createdAt }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last called with, to about a minute; null when never.',
      resolve: (key) => key.lastUsedAt,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself; null for one that lasts until it is revoked.',
      resolve: (key) => key.expiresAt,
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked, or noticed to have ended; null until then.',
      resolve: (key) => key.revokedAt,
    }),
  }),
});

const ApiKeyConnection = builder.connectionObject(
  { type: ApiKey, name: 'ApiKeyConnection', description: 'A page of API keys, newest first.' },
  { name: 'ApiKeyEdge', description: 'An API key in a page.' },
);

export const PartnerGrantType = builder.objectRef<PartnerGrant>('PartnerGrant').implement({
  description:
    'A business lets a partner app act for it. For the owners of the business, the owner of the app and the app.',
  fields: (t) => ({
    app: t.field({ type: PartnerApp, description: 'Which app.', resolve: (grant) => grant.appId }),
    business: t.field({
      type: Business,
      description: 'Which business.',
      resolve: (grant) => grant.businessId,
    }),
    scopes: t.field({
      type: [PartnerScope],
      description: 'What it may do: what was granted, as far as the app still asks for it.',
      resolve: (grant) => grant.scopes,
    }),
    grantedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who granted it last; null for who does not work with them.',
      resolve: (grant) => grant.grantedBy,
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (grant) => grant.createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: (grant) => grant.updatedAt,
    }),
  }),
});

const PartnerGrantConnection = builder.connectionObject(
  { type: PartnerGrantType, name: 'PartnerGrantConnection', description: 'A page of grants.' },
  { name: 'PartnerGrantEdge', description: 'A grant in a page.' },
);

PartnerApp.implement({
  description:
    "A program of somebody else's that acts for the businesses which let it. Seen by whoever has signed in, and by apps: a shop owner can look up what they grant.",
  interfaces: [Viewer],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What others see.' }),
    description: t.exposeString('description', { description: 'What it does, in plain text; may be empty.' }),
    scopes: t.field({
      type: [PartnerScope],
      description: 'The most that it asks for; its keys and its grants may no more.',
      resolve: (app) => app.scopes,
    }),
    ownerName: t.string({
      description: 'The name of the person who looks after it.',
      resolve: (app, _args, ctx) => ownerNameOf(ctx, app.ownerId),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (app) => app.createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      resolve: (app) => app.updatedAt,
    }),
    keys: t.field({
      type: ApiKeyConnection,
      nullable: true,
      description: 'Its keys, ended ones too, newest first; null unless you are its owner.',
      args: { ...pageArgs },
      resolve: (app, args, ctx) =>
        ownsApp(app, ctx) ? connectById<KeyRow>(args, (page) => keysPage(ctx, app.id, page)) : null,
    }),
    viewerKey: t.field({
      type: ApiKey,
      nullable: true,
      description: 'The key that asks; null unless one of the app does.',
      resolve: (app, _args, { actor }) =>
        actor.kind === 'app' && actor.appId === app.id ? actor.keyId : null,
    }),
    grants: t.field({
      type: PartnerGrantConnection,
      nullable: true,
      description:
        'The businesses that let it act for them; null unless you are its owner, or the app itself.',
      args: { ...pageArgs },
      resolve: (app, args, ctx) => {
        if (!ownsApp(app, ctx) && !isApp(app, ctx)) return null;
        return connect<PartnerGrant, PartnerGrant, string>({
          args,
          cursor: idCursor,
          fetch: (page) => grantsPage(ctx, { appId: app.id }, page),
          keyOf: (grant) => grant.businessId,
          nodeOf: (grant) => grant,
        });
      },
    }),
  }),
});

const PartnerAppConnection = builder.connectionObject(
  { type: PartnerApp, name: 'PartnerAppConnection', description: 'A page of partner apps, newest first.' },
  { name: 'PartnerAppEdge', description: 'A partner app in a page.' },
);

builder.objectField(Person, 'partnerApps', (t) =>
  t.field({
    type: PartnerAppConnection,
    nullable: true,
    description: 'The partner apps that they own, newest first; null for anybody but the person.',
    args: { ...pageArgs },
    resolve: (person, args, ctx) =>
      isSelf(person, ctx) ? connectById<AppRow>(args, (page) => appsPage(ctx, person.id, page)) : null,
  }),
);

builder.objectField(Business, 'partnerGrants', (t) =>
  t.field({
    type: PartnerGrantConnection,
    nullable: true,
    description: 'The partner apps that it lets act for it; null unless you are its owner.',
    args: { ...pageArgs },
    resolve: async (shop, args, ctx) => {
      const role = await roleOf(ctx, shop.id);
      if (!role || !mayDo(role, 'partners')) return null;
      return connect<PartnerGrant, PartnerGrant, string>({
        args,
        cursor: idCursor,
        fetch: (page) => grantsPage(ctx, { businessId: shop.id }, page),
        keyOf: (grant) => grant.appId,
        nodeOf: (grant) => grant,
      });
    },
  }),
);

builder.queryField('partnerApp', (t) =>
  t.field({
    type: PartnerApp,
    nullable: true,
    description: 'A partner app by its id: what it is and asks for. Null for guests, and when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Which app.' }) },
    resolve: (_root, { id }) => argumentId<'partnerApp'>('PartnerApp', id),
  }),
);
