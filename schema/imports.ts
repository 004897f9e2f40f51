import { mayDo } from '../src/businesses/rules.ts';
import type { ImportId } from '../src/db/id.ts';
import { topic } from '../src/events/catalogue.ts';
import type { LogEvent } from '../src/events/reader.ts';
import {
  importErrorsPage,
  importsByIds,
  importsPage,
  type CatalogImport as ImportRow,
  type CatalogImportError,
} from '../src/imports/read.ts';
import { ROW_ERRORS, type ImportState, type RowErrorCode } from '../src/imports/rules.ts';
import { startImport } from '../src/imports/start.ts';
import { builder } from './builder.ts';
import { answer, payload } from './errors.ts';
import { argumentId, inputId } from './ids.ts';
import { Event, liveField, noSuchStream } from './live.ts';
import { pageArgs } from './page-args.ts';
import { connect, connectById, type CursorCodec } from './paging.ts';
import { Business, CatalogImport } from './refs.ts';
import { roleOf } from './roles.ts';

const ImportStateType = builder.enumType('CatalogImportState', {
  description: 'How far an import is.',
  values: {
    RUNNING: { description: 'Its rows are being read, or wait for their turn.' },
    FINISHED: { description: 'Every row was read; `errors` has those that were not taken.' },
    FAILED: { description: 'The file could not be read, or not to its end: see `failure`.' },
  } satisfies Record<ImportState, object>,
});

const RowErrorCodeType = builder.enumType('CatalogImportErrorCode', {
  description: 'Why a row was not taken.',
  values: Object.fromEntries(
    Object.entries(ROW_ERRORS).map(([code, description]) => [
      code,
      { value: code as RowErrorCode, description },
    ]),
  ) as Record<RowErrorCode, { value: RowErrorCode; description: string }>,
});

const ImportErrorType = builder.objectRef<CatalogImportError>('CatalogImportError').implement({
  description: 'What is wrong with a row; a row can have several. For managers of the business.',
  fields: (t) => ({
    line: t.exposeInt('line', {
      description: 'Where the row begins in the file, from 1, as an editor counts.',
    }),
    column: t.exposeString('column', {
      nullable: true,
      description: "As the file's header spells it; null when the whole row is at fault.",
    }),
    code: t.field({ type: RowErrorCodeType, description: 'For programs.', resolve: (error) => error.code }),
    value: t.exposeString('value', {
      nullable: true,
      description:
        'What stood there, 100 characters of it; null when it may not be kept, such as a card number.',
    }),
    message: t.exposeString('message', { description: 'For people, in English.' }),
  }),
});

const positionCursor: CursorCodec<number> = {
  encode: (position) => Buffer.from(String(position)).toString('base64url'),
  decode: (text) => {
    const position = Number(Buffer.from(text, 'base64url').toString('utf8'));
    return Number.isSafeInteger(position) && position > 0 ? position : null;
  },
};

const ImportErrorConnection = builder.connectionObject(
  { type: ImportErrorType, name: 'CatalogImportErrorConnection', description: 'A page of errors.' },
  { name: 'CatalogImportErrorEdge', description: 'An error in a page.' },
);

CatalogImport.implement({
  description: 'A file of products on its way into a catalogue. For managers of the business.',
  fields: (t) => ({
    business: t.field({ type: Business, description: 'Whose catalogue.', resolve: (one) => one.businessId }),
    fileName: t.exposeString('fileName', { description: 'As it was sent, shortened to 100 characters.' }),
    size: t.exposeInt('size', { description: 'Bytes of the file.' }),
    state: t.field({ type: ImportStateType, description: 'How far it is.', resolve: (one) => one.state }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why it stopped, in English; null unless it FAILED. What it had taken before stays.',
    }),
    rowsRead: t.exposeInt('rowsRead', {
      description: 'Rows done so far: created + updated + unchanged + rejected, always.',
    }),
    created: t.exposeInt('created', { description: 'Rows that made a product.' }),
    updated: t.exposeInt('updated', { description: 'Rows that changed a product or its stock.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Rows that said what was so already.' }),
    rejected: t.exposeInt('rejected', { description: 'Rows that were not taken; see `errors`.' }),
    errors: t.field({
      type: ImportErrorConnection,
      description: 'What is wrong with the first 1,000 rows that were not taken, in the order of the file.',
      args: pageArgs,
      resolve: (one, args, ctx) =>
        connect<CatalogImportError, CatalogImportError, number>({
          args,
          cursor: positionCursor,
          fetch: (page) => importErrorsPage(ctx, one.id, page),
          keyOf: (error) => error.position,
          nodeOf: (error) => error,
        }),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was sent.',
      resolve: (one) => one.createdAt,
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was over; null while it is RUNNING.',
      resolve: (one) => one.finishedAt,
    }),
  }),
});

const ImportConnection = builder.connectionObject(
  { type: CatalogImport, name: 'CatalogImportConnection', description: 'A page of imports.' },
  { name: 'CatalogImportEdge', description: 'An import in a page.' },
);

builder.objectField(Business, 'catalogImports', (t) =>
  t.field({
    type: ImportConnection,
    nullable: true,
    description:
      'Files of products that were sent, newest first; null unless you are a manager of the business.',
    args: pageArgs,
    resolve: async (shop, args, ctx) => {
      const role = await roleOf(ctx, shop.id);
      if (!role || !mayDo(role, 'catalog')) return null;
      return connectById<ImportRow>(args, (page) => importsPage(ctx, shop.id, page));
    },
  }),
);

const ImportEvent = builder.objectRef<LogEvent>('CatalogImportEvent').implement({
  description: 'An import began, went on or is over.',
  interfaces: [Event],
  fields: (t) => ({
    import: t.field({
      type: CatalogImport,
      nullable: true,
      description: 'As it is now.',
      resolve: (event) => event.payload.importId ?? null,
    }),
  }),
});

liveField('importEvents', {
  description: 'How an import goes on, live. For managers of the business.',
  event: ImportEvent,
  args: builder.args((t) => ({ importId: t.id({ required: true, description: 'Which import.' }) })),
  listen: ({ importId }, ctx) => {
    const id = argumentId<'import'>('CatalogImport', importId);
    if (!id) throw noSuchStream('import');
    return {
      topics: [topic.import(id)],
      authorize: async () => {
        const [found] = await importsByIds(ctx, [id]);
        if (!found) throw noSuchStream('import');
      },
    };
  },
});

const CatalogImportInput = builder.inputType('CatalogImportInput', {
  description: 'For catalogImport.',
  fields: (t) => ({
    businessId: t.id({ required: true, description: 'Whose catalogue it goes into.' }),
    file: t.field({
      type: 'File',
      required: true,
      description:
        "A CSV in UTF-8 with the columns of Meta's catalogue, of 50 MB and 500,000 rows at most; `id`, `title` and `price` are required.",
    }),
    idempotencyKey: t.string({
      description: 'Your own key: the same one again, with the same file, starts nothing new.',
    }),
  }),
});

builder.mutationField('catalogImport', (t) =>
  t.field({
    type: payload<{ import: ImportId }>('CatalogImportPayload', (f) => ({
      import: f.field({
        type: CatalogImport,
        nullable: true,
        description: 'The import, which goes on by itself: follow `importEvents`.',
        resolve: (result) => result.import,
      }),
    })),
    description:
      'Takes a file of products into a catalogue: by their `id`, which is the SKU, they are made or changed, never removed. For managers of the business; a multipart request.',
    args: { input: t.arg({ type: CatalogImportInput, required: true, description: 'Which file.' }) },
    resolve: (_root, { input }, ctx) =>
      answer(async () => ({
        import: await startImport(ctx, {
          businessId: inputId<'business'>('Business', input.businessId, ['businessId']),
          file: input.file,
          idempotencyKey: input.idempotencyKey,
        }),
      })),
  }),
);
