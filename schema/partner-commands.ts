import { createApp, updateApp } from '../src/partners/apps.ts';
import { grantApp, withdrawGrant } from '../src/partners/grant.ts';
import { createKey, revokeKey } from '../src/partners/keys.ts';
import { grantOf, type PartnerGrant } from '../src/partners/read.ts';
import { rotateKey } from '../src/partners/rotate.ts';
import { MOST_KEYS, MOST_OVERLAP_HOURS, ROTATION_HOURS } from '../src/partners/rules.ts';
import type { ApiKeyId, BusinessId, PartnerAppId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { inputId } from './ids.ts';
import { PartnerGrantType, PartnerScope } from './partners.ts';
import { ApiKey, Business, PartnerApp } from './refs.ts';

const appIdOf = (id: string) => inputId<'partnerApp'>('PartnerApp', id, ['appId']);
const keyIdOf = (id: string) => inputId<'apiKey'>('ApiKey', id, ['keyId']);
const businessIdOf = (id: string) => inputId<'business'>('Business', id, ['businessId']);

const PartnerAppCreateInput = builder.inputType('PartnerAppCreateInput', {
  description: 'For partnerAppCreate.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What others see; 80 characters.' }),
    description: t.string({ description: 'What it does, in plain text; 2,000 characters.' }),
    scopes: t.field({
      type: [PartnerScope],
      required: true,
      description: 'The most that it asks for; at least one.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again makes nothing new.' }),
  }),
});

const PartnerAppUpdateInput = builder.inputType('PartnerAppUpdateInput', {
  description: 'For partnerAppUpdate; what is left out stays.',
  fields: (t) => ({
    appId: t.id({ required: true, description: 'Which app, of your own.' }),
    name: t.string({ description: 'What others see; 80 characters.' }),
    description: t.string({ description: 'What it does, in plain text; 2,000 characters.' }),
    scopes: t.field({
      type: [PartnerScope],
      description: 'All that it asks for from now on; at least one. Its keys and grants never exceed it.',
    }),
  }),
});

const ApiKeyCreateInput = builder.inputType('ApiKeyCreateInput', {
  description:
    'For apiKeyCreate. It takes no idempotency key: the secret is shown once and kept nowhere, so that a repeat could not be answered with it. If you missed the answer, revoke that key and make another.',
  fields: (t) => ({
    appId: t.id({ required: true, description: 'Which app, of your own.' }),
    name: t.string({ required: true, description: 'What you call the key; 80 characters.' }),
    scopes: t.field({
      type: [PartnerScope],
      required: true,
      description: 'What it may do, of what the app asks for; at least one.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends by itself; left out, it lasts until it is revoked.',
    }),
  }),
});

const ApiKeyRotateInput = builder.inputType('ApiKeyRotateInput', {
  description: 'For apiKeyRotate. It takes no idempotency key, for the reason that apiKeyCreate takes none.',
  fields: (t) => ({
    keyId: t.id({ required: true, description: 'Which key, of an app of your own.' }),
    overlapHours: t.int({
      description: `How long the old key goes on to work: 0 to ${MOST_OVERLAP_HOURS} hours, ${ROTATION_HOURS} when left out.`,
    }),
  }),
});

const ApiKeyRevokeInput = builder.inputType('ApiKeyRevokeInput', {
  description: 'For apiKeyRevoke.',
  fields: (t) => ({
    keyId: t.id({ required: true, description: 'Which key, of an app of your own.' }),
  }),
});

const PartnerGrantInput = builder.inputType('PartnerGrantInput', {
  description: 'For partnerGrant.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'For which business, of your own.' }),
    appId: t.id({ required: true, description: "Which app, of anybody's: look it up with `partnerApp`." }),
    scopes: t.field({
      type: [PartnerScope],
      required: true,
      description:
        "All that it may do from now on, of what it asks for; at least one. MANAGE_WEBHOOKS is no business's to grant.",
    }),
  }),
});

const PartnerRevokeInput = builder.inputType('PartnerRevokeInput', {
  description: 'For partnerRevoke.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'For which business, of your own.' }),
    appId: t.id({ required: true, description: 'Which app.' }),
  }),
});

const appPayload = (name: string) =>
  payload<{ app: PartnerAppId }>(name, (t) => ({
    app: t.field({
      type: PartnerApp,
      nullable: true,
      description: 'The app as it is now.',
      resolve: (result) => result.app ?? null,
    }),
  }));

const madeKeyPayload = (name: string) =>
  payload<{ apiKey: ApiKeyId; key: string }>(name, (t) => ({
    apiKey: t.field({
      type: ApiKey,
      nullable: true,
      description: 'The new key, as it is listed.',
      resolve: (result) => result.apiKey ?? null,
    }),
    key: t.string({
      nullable: true,
      description: 'The key itself: send it as "Authorization: Bearer <key>". Shown this once.',
      resolve: (result) => result.key ?? null,
    }),
  }));

const ApiKeyRevokePayload = payload<{ apiKey: ApiKeyId }>('ApiKeyRevokePayload', (t) => ({
  apiKey: t.field({
    type: ApiKey,
    nullable: true,
    description: 'The key, which is good for nothing any more.',
    resolve: (result) => result.apiKey ?? null,
  }),
}));

const PartnerGrantPayload = payload<{ grant: PartnerGrant | null }>('PartnerGrantPayload', (t) => ({
  grant: t.field({
    type: PartnerGrantType,
    nullable: true,
    description: 'What is granted now.',
    resolve: (result) => result.grant ?? null,
  }),
}));

const PartnerRevokePayload = payload<{ business: BusinessId; app: PartnerAppId }>(
  'PartnerRevokePayload',
  (t) => ({
    business: t.field({
      type: Business,
      nullable: true,
      description: 'For which the app acts no longer.',
      resolve: (result) => result.business ?? null,
    }),
    app: t.field({
      type: PartnerApp,
      nullable: true,
      description: 'The app.',
      resolve: (result) => result.app ?? null,
    }),
  }),
);

builder.mutationFields((t) => ({
  partnerAppCreate: t.field({
    type: appPayload('PartnerAppCreatePayload'),
    description: 'Registers a partner app, which is yours from then on. For whoever has signed in.',
    args: { input: t.arg({ type: PartnerAppCreateInput, required: true, description: 'What it is.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ app: await createApp(ctx, input) })),
  }),
  partnerAppUpdate: t.field({
    type: appPayload('PartnerAppUpdatePayload'),
    description:
      'Changes an app. A scope that is taken away is taken from its keys and grants at once. For the owner of the app.',
    args: { input: t.arg({ type: PartnerAppUpdateInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input: { appId, ...changes } }, ctx) =>
      answer(async () => {
        const app = appIdOf(appId);
        await updateApp(ctx, app, changes);
        return { app };
      }),
  }),
  apiKeyCreate: t.field({
    type: madeKeyPayload('ApiKeyCreatePayload'),
    description: `Makes an API key. An app has ${MOST_KEYS} usable ones at most. For the owner of the app; a key can not make keys.`,
    args: { input: t.arg({ type: ApiKeyCreateInput, required: true, description: 'Which app, what for.' }) },
    resolve: (_root, { input: { appId, ...of } }, ctx) =>
      answer(async () => {
        const { keyId, key } = await createKey(ctx, appIdOf(appId), of);
        return { apiKey: keyId, key };
      }),
  }),
  apiKeyRotate: t.field({
    type: madeKeyPayload('ApiKeyRotatePayload'),
    description:
      'Makes a new key with the name, scopes and lifetime of an old one, which goes on to work for a while. For the owner of the app.',
    args: { input: t.arg({ type: ApiKeyRotateInput, required: true, description: 'Which key.' }) },
    resolve: (_root, { input: { keyId, ...how } }, ctx) =>
      answer(async () => {
        const made = await rotateKey(ctx, keyIdOf(keyId), how);
        return { apiKey: made.keyId, key: made.key };
      }),
  }),
  apiKeyRevoke: t.field({
    type: ApiKeyRevokePayload,
    description:
      'Ends a key at once: what is called with it is refused and its live streams end. For the owner of the app.',
    args: { input: t.arg({ type: ApiKeyRevokeInput, required: true, description: 'Which key.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const apiKey = keyIdOf(input.keyId);
        await revokeKey(ctx, apiKey);
        return { apiKey };
      }),
  }),
  partnerGrant: t.field({
    type: PartnerGrantPayload,
    description:
      'Lets a partner app act for a business; again, it replaces what was granted. For owners of the business.',
    args: { input: t.arg({ type: PartnerGrantInput, required: true, description: 'To whom, and what.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = businessIdOf(input.businessId);
        const appId = appIdOf(input.appId);
        await grantApp(ctx, { businessId, appId, scopes: input.scopes });
        return { grant: await grantOf(ctx, { businessId, appId }) };
      }),
  }),
  partnerRevoke: t.field({
    type: PartnerRevokePayload,
    description:
      'Takes back what was granted: the app sees nothing of the business from then on, and its streams go on without it. For owners of the business.',
    args: { input: t.arg({ type: PartnerRevokeInput, required: true, description: 'From whom.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const business = businessIdOf(input.businessId);
        const app = appIdOf(input.appId);
        await withdrawGrant(ctx, { businessId: business, appId: app });
        return { business, app };
      }),
  }),
}));
