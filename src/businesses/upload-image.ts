import { requirePerson, type Ctx } from '../context.ts';
import { newId, type BusinessId, type ImageId } from '../db/id.ts';
import { InvalidInputError } from '../errors.ts';
import { requireStaff } from './staff.ts';
import { images } from './tables.ts';

export const MAX_IMAGE_BYTES = 5 * 1024 * 1024;

/** Keeps a picture for a shop's products. What it is is told by its bytes, not by what the sender says. */
export async function uploadImage(
  ctx: Ctx,
  input: { businessId: BusinessId; bytes: Buffer },
): Promise<ImageId> {
  requirePerson(ctx);
  await requireStaff(ctx, input.businessId, 'catalog');
  if (input.bytes.length > MAX_IMAGE_BYTES) {
    throw new InvalidInputError('A picture has 5 MB at most.', ['file']);
  }
  const contentType = imageType(input.bytes);
  if (!contentType) throw new InvalidInputError('A picture is a PNG, JPEG or WebP file.', ['file']);
  const id = newId<'image'>();
  const { businessId, bytes } = input;
  await ctx.db.insert(images).values({ id, businessId, contentType, bytes, size: bytes.length });
  return id;
}

/** By the signature at the start of the file; null for anything else, SVG too, which can carry scripts. */
export function imageType(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return null;
}
