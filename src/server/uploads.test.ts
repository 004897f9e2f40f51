import { expect, it } from 'vitest';
import { newId } from '../db/id.ts';
import { uploadsOf } from './uploads.ts';

const refused = expect.objectContaining({ code: 'RATE_LIMITED' });

it('takes two files of a person at once, and the next one after them', () => {
  const uploads = uploadsOf();
  const [asha, ravi] = [newId<'person'>(), newId<'person'>()];
  const end = uploads.begin(asha);
  uploads.begin(asha);
  expect(() => uploads.begin(asha)).toThrow(refused);
  uploads.begin(ravi);
  end();
  uploads.begin(asha);
  expect(() => uploads.begin(asha)).toThrow(refused);
});

it('takes eight at once in a process', () => {
  const uploads = uploadsOf();
  const ends = Array.from({ length: 8 }, () => uploads.begin(newId<'person'>()));
  expect(() => uploads.begin(newId<'person'>())).toThrow(refused);
  ends[3]?.();
  uploads.begin(newId<'person'>());
  expect(() => uploads.begin(newId<'person'>())).toThrow(refused);
});
