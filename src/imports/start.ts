import { createHash } from 'node:crypto';
import { requireStaff } from '../businesses/staff.ts';
import { requirePerson, type Ctx, type Tx } from '../context.ts';
import { once } from '../db/idempotency.ts';
import { newId, type BusinessId, type ImportId } from '../db/id.ts';
import { transact } from '../db/transact.ts';
import { topic, type EventType } from '../events/catalogue.ts';
import { record } from '../events/record.ts';
import { idempotencyKey, parseInput } from '../text.ts';
import { UnreadableFileError, refuseOtherThanText } from './csv.ts';
import { FileRefusedError, MAX_FILE_BYTES, PIECE_BYTES } from './rules.ts';
import { shown } from './shown.ts';
import { catalogImportPieces, catalogImports, type CatalogImport } from './tables.ts';

/** A file as the request has it: its bytes are there already, in pieces, and can be gone through again. */
export interface UploadedFile {
  readonly name: string;
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

export interface StartImport {
  readonly businessId: BusinessId;
  readonly file: UploadedFile;
  readonly idempotencyKey?: string | null | undefined;
}

/** Keeps a file of products and queues the job that takes it into the catalogue. */
export async function startImport(ctx: Ctx, { businessId, file, ...rest }: StartImport): Promise<ImportId> {
  const { personId } = requirePerson(ctx);
  await requireStaff(ctx, businessId, 'catalog');
  const key = parseInput(idempotencyKey.nullish(), rest.idempotencyKey);
  if (file.size > MAX_FILE_BYTES) throw new FileRefusedError('A file has 50 MB at most.', ['file']);
  const digest = await examine(file);
  const input = { businessId, digest };
  const { importId } = await transact(ctx, (tx) =>
    once(tx, { name: 'catalogImport', key, input }, async () => {
      const id = newId<'import'>();
      const fileName = shown(file.name) || 'products.csv';
      const values = { id, businessId, personId, fileName, size: file.size };
      await tx.db.insert(catalogImports).values(values);
      await keepPieces(tx, id, file);
      await tx.app.jobs.enqueue(tx, 'catalog.import', { importId: id });
      await recordImport(tx, 'import.started', values);
      return { importId: id };
    }),
  );
  return importId;
}

/** Refuses what nobody could read, and tells a file from another one. */
async function examine(file: UploadedFile): Promise<string> {
  const hash = createHash('sha256');
  let isFirst = true;
  for await (const piece of inPieces(file)) {
    if (isFirst) requireText(piece);
    isFirst = false;
    hash.update(piece);
  }
  if (isFirst) throw new FileRefusedError('The file is empty.', ['file']);
  return hash.digest('hex');
}

function requireText(head: Buffer): void {
  try {
    refuseOtherThanText(head);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new FileRefusedError(error.message, ['file']);
    throw error;
  }
}

async function keepPieces(tx: Tx, importId: ImportId, file: UploadedFile): Promise<void> {
  let position = 0;
  for await (const bytes of inPieces(file)) {
    await tx.db.insert(catalogImportPieces).values({ importId, position, bytes });
    position++;
  }
}

/** The file in pieces of one size, however it came over the wire. */
async function* inPieces(file: UploadedFile): AsyncGenerator<Buffer, void> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.stream()) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const whole = Buffer.concat(waiting);
    const end = size - (size % PIECE_BYTES);
    for (let from = 0; from < end; from += PIECE_BYTES) yield whole.subarray(from, from + PIECE_BYTES);
    waiting = end < size ? [whole.subarray(end)] : [];
    size -= end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

export async function recordImport(
  tx: Tx,
  type: Extract<EventType, `import.${string}`>,
  { id, businessId }: Pick<CatalogImport, 'id' | 'businessId'>,
): Promise<void> {
  await record(tx, {
    type,
    subjectId: id,
    topics: [topic.import(id), topic.catalog(businessId)],
    payload: { importId: id },
  });
}
