import { ACTORS, OPEN_WHILE_LOCKED, answerTo, type Answer, type Row } from './rows.ts';
import { LOCKED_AWAY } from './locked-away.ts';
import { TABLE } from './table.ts';

const WORDS: Readonly<Partial<Record<Answer, string>>> = {
  ok: '**yes**',
  null: '`null`',
  empty: '`empty`',
  false: '`false`',
  unseen: '–',
  UNAUTHENTICATED: 'sign in',
  FORBIDDEN: 'no',
  NOT_FOUND: 'not found',
  FORBIDDEN_ROLE: 'not your role',
  INVALID_TRANSITION: 'the other side',
};

const wordOf = (answer: Answer | null): string => (answer === null ? '' : (WORDS[answer] ?? answer));

/** docs/access.md: the table for people who do not read TypeScript. */
export function accessPage(): string {
  const parts = Object.entries(TABLE).map(([title, rows]) => `## ${title}\n\n${tableOf(rows)}`);
  return `${head()}\n${parts.join('\n\n')}\n\n${locks()}`;
}

const head = () => `# Who may what

Every query, mutation, subscription and sensitive field, against every kind of caller. The page is written by
\`npm run codegen\` from the table in \`schema/access/\`, and the tests there ask the running server each of its questions:
a new field that nobody has decided about fails the build. Fields that are not here say the same to all who see the
thing: \`schema/access/open.ts\`.

A **customer** is the one whose order, cart, chat or wallet it is; **agent**, **manager** and **owner** work in the shop
that it is with; a **rival** owns another shop; a **stranger** has nothing to do with any of it. An
**app** is a partner app with a key of all scopes, which the shop has granted all of them. A way such as
\`Order.business.balance\` begins at the customer's own order. \`node(Order)\` is \`node(id:)\` with an order's id.

${aligned([
  ['word', 'what is answered'],
  ['**yes**', 'it is given or, of a mutation, done as far as the state of things allows'],
  ['`null`, `empty`, `false`', 'that, without an error: as if there were nothing'],
  ['–', 'the way to it ends before'],
  ['sign in', 'the fault UNAUTHENTICATED'],
  ['no', 'the fault FORBIDDEN'],
  ['not found', 'NOT_FOUND in `userErrors`: the same as for what does not exist'],
  ['not your role', 'FORBIDDEN_ROLE in `userErrors`'],
  ['the other side', 'INVALID_TRANSITION in `userErrors`: it is not among your `availableActions`'],
])}
`;

const locks = () => `## Behind a lock

While a session is behind its screen lock, each row of this page is answered with the fault SESSION_LOCKED, but for
${OPEN_WHILE_LOCKED.map((key) => `\`${key}\``).join(', ')}.

A customer who has locked the chat with the shop away is answered so; the shop notices nothing of it.

${aligned([['', 'customer'], ...Object.entries(LOCKED_AWAY).map(([key, said]) => [nameOf(key), wordOf(said)])])}
`;

function tableOf(rows: Readonly<Record<string, Row>>): string {
  const body = Object.entries(rows).map(([key, row]) => [
    nameOf(key),
    ...ACTORS.map((actor) => wordOf(answerTo(row, actor))),
  ]);
  return aligned([['', ...ACTORS], ...body]);
}

/** The code apart from what is said of it. */
function nameOf(key: string): string {
  const [place = '', how] = key.split(', ');
  return how ? `\`${place}\`, ${how}` : `\`${place}\``;
}

/** As the formatter leaves it. */
function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const print = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...body.map(print)].join('\n');
}
