import { styleText } from 'node:util';

/** Where the tour is played: the chat in the left column, what the live streams bring in the right one. */
export interface Stage {
  /** A new part begins: in two columns, or over the whole width. */
  part(title: string, options?: { isWide?: boolean }): void;
  /** Somebody's words or card in the chat, with the event that brought it. */
  said(who: string, words: string, event: string): void;
  /** Something that is no message came over a stream. */
  live(event: string): void;
  /** What was done or found out, apart from the chat. */
  note(text: string): void;
  /** A claim that was found to be true. */
  proved(claim: string): void;
  /** Lines over both columns. */
  print(text?: string): void;
}

export interface StageOptions {
  readonly write: (text: string) => void;
  /** Of the terminal, in letters. */
  readonly columns: number;
  readonly colours: boolean;
}

const NAME_WIDTH = 13;
const EVENT_WIDTH = 40;

type Paint = Parameters<typeof styleText>[0];

export function openStage({ write, columns, colours }: StageOptions): Stage {
  const width = Math.min(Math.max(columns, 100), 120);
  const wordsWidth = width - EVENT_WIDTH - NAME_WIDTH - 3;
  // Colours are put on last: they have no width.
  const painted = (paint: Paint, text: string) =>
    colours ? styleText(paint, text, { validateStream: false }) : text;
  // The receipt and the books need the whole width, and have no events beside them.
  let isWide = false;
  const row = (name: string, words: readonly string[], event: string, paint: Paint = 'reset') => {
    const rights = wrapped(event, EVENT_WIDTH);
    for (let line = 0; line < Math.max(words.length, rights.length); line++) {
      const who = painted('bold', (line === 0 ? name : '').padEnd(NAME_WIDTH));
      const chat = painted(paint, (words[line] ?? '').padEnd(wordsWidth));
      write(`${who}${chat} │ ${painted('cyan', rights[line] ?? '')}`.trimEnd() + '\n');
    }
  };
  const aside = (mark: string, text: string, paint: Paint) => {
    const lines = wrapped(text, (isWide ? width : wordsWidth) - 2);
    const marked = lines.map((line, index) => `${index === 0 ? mark : ' '} ${line}`);
    if (isWide) write(marked.map((line) => `${painted(paint, line)}\n`).join(''));
    else row('', marked, '', paint);
  };
  return {
    part: (title, options = {}) => {
      isWide = options.isWide ?? false;
      write(`\n${painted('bold', `── ${title} `.padEnd(width, '─'))}\n`);
    },
    said: (who, words, event) => row(who, wrapped(words, wordsWidth), event),
    live: (event) => row('', [], event),
    note: (text) => aside('·', text, 'dim'),
    proved: (claim) => aside('✓', claim, 'green'),
    print: (text = '') => write(`${text}\n`),
  };
}

/** Words in lines of at most `width` letters; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
