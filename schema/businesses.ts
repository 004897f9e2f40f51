import { createBusiness, updateBusiness } from '../src/businesses/create.ts';
import {
  businessByHandle,
  businessesPage,
  staffByBusiness,
  type Business as BusinessRow,
  type Staff,
  type StaffRole,
} from '../src/businesses/read.ts';
import { addStaff, changeStaff } from '../src/businesses/staff.ts';
import { uploadImage } from '../src/businesses/upload-image.ts';
import type { BusinessId, ImageId } from '../src/db/id.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { encodeGlobalId, inputId } from './ids.ts';
import { batched } from './loaders.ts';
import { pageArgs } from './page-args.ts';
import { connectById } from './paging.ts';
import { Business, Person } from './refs.ts';
import { roleOf } from './roles.ts';

export const Image = builder.objectRef<{ readonly id: ImageId }>('Image').implement({
  description: 'A picture, served by this server.',
  fields: (t) => ({
    id: t.id({
      description: 'For productCreate and productUpdate.',
      resolve: ({ id }) => encodeGlobalId('Image', id),
    }),
    url: t.string({
      description: 'Where to load it from; it never changes.',
      resolve: ({ id }, _args, ctx) => `${ctx.app.publicUrl}/images/${encodeGlobalId('Image', id)}`,
    }),
  }),
});

export const StaffRoleType = builder.enumType('StaffRole', {
  description: 'What a member of the staff may do; each role may what the ones before may.',
  values: {
    AGENT: { description: 'Talks to customers and moves orders on.' },
    MANAGER: { description: 'Keeps the catalogue and the stock.' },
    OWNER: { description: 'Keeps the business itself, its staff and its money.' },
  } satisfies Record<StaffRole, object>,
});

export const StaffMember = builder.objectRef<Staff>('StaffMember').implement({
  description: 'A person on the staff of a business.',
  fields: (t) => ({
    person: t.field({ type: Person, description: 'Who.', resolve: (member) => member.personId }),
    business: t.field({ type: Business, description: 'Where.', resolve: (member) => member.businessId }),
    role: t.field({ type: StaffRoleType, description: 'As what.', resolve: (member) => member.role }),
    since: t.field({ type: 'DateTime', description: 'Since when.', resolve: (member) => member.createdAt }),
  }),
});

const staffOf = batched(staffByBusiness);

Business.implement({
  description: 'A shop. Its profile and catalogue are public; the rest is for its staff.',
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'Its unique short name.' }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    description: t.exposeString('description', { description: 'What it says of itself; may be empty.' }),
    category: t.exposeString('category', { description: 'What kind of shop it is.' }),
    country: t.field({
      type: 'CountryCode',
      description: 'Which market it is in.',
      resolve: (shop) => shop.country,
    }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      description: 'What it sells in.',
      resolve: (shop) => shop.currency,
    }),
    image: t.field({
      type: Image,
      nullable: true,
      description: 'Its picture; null when it has none.',
      resolve: (shop) => (shop.imageId ? { id: shop.imageId } : null),
    }),
    viewerRole: t.field({
      type: StaffRoleType,
      nullable: true,
      description: 'Your role in it; null when you are not on its staff.',
      resolve: (shop, _args, ctx) => roleOf(ctx, shop.id),
    }),
    staff: t.field({
      type: [StaffMember],
      nullable: true,
      description: 'Who works there; null unless you do.',
      resolve: async (shop, _args, ctx) => ((await roleOf(ctx, shop.id)) ? staffOf(ctx, shop.id) : null),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: (shop) => shop.createdAt }),
  }),
});

export const BusinessConnection = builder.connectionObject(
  { type: Business, name: 'BusinessConnection', description: 'A page of shops.' },
  { name: 'BusinessEdge', description: 'A shop in a page.' },
);

builder.queryFields((t) => ({
  business: t.field({
    type: Business,
    nullable: true,
    description: 'A shop by its handle; null when there is none. For everybody.',
    args: { handle: t.arg.string({ required: true, description: 'Its unique short name.' }) },
    resolve: (_root, { handle }, ctx) => businessByHandle(ctx, handle),
  }),
  businesses: t.field({
    type: BusinessConnection,
    description: 'Shops, oldest first. For everybody.',
    args: {
      country: t.arg({ type: 'CountryCode', description: 'Only of this country.' }),
      search: t.arg.string({ description: 'Only with a name like this; near-misses are found too.' }),
      ...pageArgs,
    },
    resolve: (_root, { country = null, search = null, ...args }, ctx) =>
      connectById<BusinessRow>(args, (page) => businessesPage(ctx, { country, search }, page)),
  }),
}));

const BusinessCreateInput = builder.inputType('BusinessCreateInput', {
  description: 'For businessCreate.',
  fields: (t) => ({
    handle: t.string({ required: true, description: 'Unique: 3 to 40 small letters, digits and hyphens.' }),
    name: t.string({ required: true, description: 'What people call it; 80 characters.' }),
    description: t.string({ description: 'What it says of itself; 2,000 characters.' }),
    category: t.string({ required: true, description: 'What kind of shop it is; 40 characters.' }),
    country: t.field({
      type: 'CountryCode',
      required: true,
      description: 'One of `markets`; it decides the currency.',
    }),
    idempotencyKey: t.string({ description: 'Your own key: the same one again opens nothing new.' }),
  }),
});

const BusinessUpdateInput = builder.inputType('BusinessUpdateInput', {
  description: 'For businessUpdate; what is left out stays.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Which business.' }),
    name: t.string({ description: '80 characters.' }),
    description: t.string({ description: '2,000 characters.' }),
    category: t.string({ description: '40 characters.' }),
  }),
});

const StaffAddInput = builder.inputType('StaffAddInput', {
  description: 'For staffAdd.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Which business.' }),
    phone: t.string({ required: true, description: 'Of somebody who has signed in once.' }),
    role: t.field({ type: StaffRoleType, required: true, description: 'As what.' }),
  }),
});

const StaffUpdateInput = builder.inputType('StaffUpdateInput', {
  description: 'For staffUpdate.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Which business.' }),
    personId: t.id({ required: true, description: 'Who.' }),
    role: t.field({ type: StaffRoleType, required: true, description: 'As what from now on.' }),
  }),
});

const StaffRemoveInput = builder.inputType('StaffRemoveInput', {
  description: 'For staffRemove.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Which business.' }),
    personId: t.id({ required: true, description: 'Who.' }),
  }),
});

const ImageUploadInput = builder.inputType('ImageUploadInput', {
  description: 'For imageUpload.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Whose picture.' }),
    file: t.field({ type: 'File', required: true, description: 'A PNG, JPEG or WebP of 5 MB at most.' }),
  }),
});

const businessPayload = (name: string) =>
  payload<{ business: BusinessId }>(name, (t) => ({
    business: t.field({
      type: Business,
      nullable: true,
      description: 'The business as it is now.',
      resolve: (result) => result.business,
    }),
  }));

const ImageUploadPayload = payload<{ image: ImageId }>('ImageUploadPayload', (t) => ({
  image: t.field({
    type: Image,
    nullable: true,
    description: 'The picture.',
    resolve: (result) => (result.image ? { id: result.image } : null),
  }),
}));

builder.mutationFields((t) => ({
  businessCreate: t.field({
    type: businessPayload('BusinessCreatePayload'),
    description: 'Opens a business; you become its owner. For every person.',
    args: { input: t.arg({ type: BusinessCreateInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) => answer(async () => ({ business: await createBusiness(ctx, input) })),
  }),
  businessUpdate: t.field({
    type: businessPayload('BusinessUpdatePayload'),
    description: 'Changes the profile of a business. For its owners.',
    args: { input: t.arg({ type: BusinessUpdateInput, required: true, description: 'What to change.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const business = inputId<'business'>('Business', input.businessId, ['businessId']);
        await updateBusiness(ctx, business, input);
        return { business };
      }),
  }),
  staffAdd: t.field({
    type: businessPayload('StaffAddPayload'),
    description: 'Takes somebody on the staff. For owners.',
    args: { input: t.arg({ type: StaffAddInput, required: true, description: 'Whom.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const business = inputId<'business'>('Business', input.businessId, ['businessId']);
        await addStaff(ctx, { businessId: business, phone: input.phone, role: input.role });
        return { business };
      }),
  }),
  staffUpdate: t.field({
    type: businessPayload('StaffUpdatePayload'),
    description: 'Changes the role of a member of the staff. For owners.',
    args: { input: t.arg({ type: StaffUpdateInput, required: true, description: 'Whose.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const business = inputId<'business'>('Business', input.businessId, ['businessId']);
        const personId = inputId<'person'>('Person', input.personId, ['personId']);
        await changeStaff(ctx, { businessId: business, personId, role: input.role });
        return { business };
      }),
  }),
  staffRemove: t.field({
    type: businessPayload('StaffRemovePayload'),
    description: 'Takes somebody off the staff: they see nothing of the business from now on. For owners.',
    args: { input: t.arg({ type: StaffRemoveInput, required: true, description: 'Whom.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const business = inputId<'business'>('Business', input.businessId, ['businessId']);
        const personId = inputId<'person'>('Person', input.personId, ['personId']);
        await changeStaff(ctx, { businessId: business, personId, role: null });
        return { business };
      }),
  }),
  imageUpload: t.field({
    type: ImageUploadPayload,
    description: 'Keeps a picture for the products of a business. For its managers; a multipart request.',
    args: { input: t.arg({ type: ImageUploadInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => {
        const businessId = inputId<'business'>('Business', input.businessId, ['businessId']);
        const bytes = Buffer.from(await input.file.arrayBuffer());
        return { image: await uploadImage(ctx, { businessId, bytes }) };
      }),
  }),
}));
