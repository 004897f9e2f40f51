import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, UnreadableFileError, type CsvRow } from './csv.ts';

/** The first piece tells what the file is: it has the header. */
const HEAD = 40;

// oxlint-disable-next-line require-await -- as the database gives them
async function* piecesOf(file: Buffer, size: number): AsyncGenerator<Buffer, void> {
  if (file.length > 0) yield file.subarray(0, HEAD);
  for (let from = HEAD; from < file.length; from += size) yield file.subarray(from, from + size);
}

interface Read {
  readonly rows: readonly CsvRow[];
  readonly failure: string | null;
}

async function read(text: string | Buffer, size = 64 * 1024): Promise<Read> {
  const rows: CsvRow[] = [];
  try {
    for await (const row of readRows(piecesOf(Buffer.from(text), size))) rows.push(row);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { rows, failure: error.message };
  }
  return { rows, failure: null };
}

const lines = ({ rows }: Read) => rows.map(({ line, cells }) => [line, ...cells]);

describe('rows are read as they stand in the file', () => {
  it.each<[what: string, text: string, rows: (string | number)[][]]>([
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'both line ends',
      'a,b\n1,2\r\n3,4\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'no line end at the end',
      'a\n1',
      [
        [1, 'a'],
        [2, '1'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'empty lines and rows',
      'a,b\n\n,\n  \n1,2\n',
      [
        [1, 'a', 'b'],
        [5, '1', '2'],
      ],
    ],
    [
      'cells of several lines',
      'a,b\n"1\n2\n3",x\n4,y',
      [
        [1, 'a', 'b'],
        [2, '1\n2\n3', 'x'],
        [5, '4', 'y'],
      ],
    ],
    [
      'the same with CRLF',
      'a\r\n"1\r\n2"\r\n3',
      [
        [1, 'a'],
        [2, '1\r\n2'],
        [4, '3'],
      ],
    ],
    [
      'quotes in quotes',
      'a\n"27"" wide"',
      [
        [1, 'a'],
        [2, '27" wide'],
      ],
    ],
    [
      'a stray quote',
      'a,b\n27" wide,1',
      [
        [1, 'a', 'b'],
        [2, '27" wide', '1'],
      ],
    ],
    [
      'a quoted beginning',
      'a,b\n"Best" shirt,1',
      [
        [1, 'a', 'b'],
        [2, '"Best" shirt', '1'],
      ],
    ],
    [
      'tabs when the header has them',
      'id\ttitle\n1\ta,b',
      [
        [1, 'id', 'title'],
        [2, '1', 'a,b'],
      ],
    ],
    [
      'semicolons',
      'id;title\n1;a,b',
      [
        [1, 'id', 'title'],
        [2, '1', 'a,b'],
      ],
    ],
    [
      'a tab inside a cell',
      'id,title\n1,a\tb',
      [
        [1, 'id', 'title'],
        [2, '1', 'a\tb'],
      ],
    ],
    [
      'comments above',
      '"# Required, a; b"\nid\ttitle\n1\tx',
      [
        [1, '# Required, a; b'],
        [2, 'id', 'title'],
        [3, '1', 'x'],
      ],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(lines(await read(text))).toEqual(expected);
    expect(lines(await read(text, 1))).toEqual(expected);
  });

  it('is what csv-stringify wrote, in pieces of any size', async () => {
    const cell = fc
      .string({ unit: 'binary', maxLength: 12 })
      .map((text) => text.replaceAll(/[\0\ufffd\ufeff]/g, 'x'));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    const options = fc.record({
      bom: fc.boolean(),
      quoted: fc.boolean(),
      crlf: fc.boolean(),
      size: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(table, options, async (cells, { bom, quoted, crlf, size }) => {
        const header = ['id', 'title', 'price'];
        const whole = [header, ...cells.filter((row) => row.some((text) => text.trim() !== ''))];
        const text = stringify(whole, {
          bom,
          quoted,
          record_delimiter: crlf ? '\r\n' : '\n',
          quoted_match: /[\r\n"]/,
        });
        const { rows, failure } = await read(text, size);
        expect(failure).toBeNull();
        expect(rows.map((row) => row.cells)).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that can not be read says why, after the rows before', () => {
  const good = 'id,title\n1,a\n';
  it.each<[what: string, file: string | Buffer, rows: number, failure: RegExp]>([
    ['UTF-16', Buffer.from('\ufeffid,title', 'utf16le'), 0, /UTF-16/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 0, /not text/],
    ['an open quote', `${good}2,"b\n3,c\n`, 2, /line 3 is never closed/],
    ['a cell of 10 MB', `${good}2,${'x'.repeat(10 * 1024 * 1024)}\n3,c`, 2, /line 3 has more than 1 MB/],
    ['a quote around 10 MB', `${good}2,"${'x\n'.repeat(5 * 1024 * 1024)}`, 2, /line 3 has more than 1 MB/],
    ['nothing', '', 0, /^$/],
  ])('%s', async (_what, file, count, failure) => {
    const result = await read(file);
    expect(result.rows).toHaveLength(count);
    expect(result.failure ?? '').toMatch(failure);
  });
});
