import { expect, test } from 'vitest';
import { openStage, wrapped } from './stage.ts';

test.each([
  ['short', 10, ['short']],
  ['one two three', 7, ['one two', 'three']],
  ['unbreakable words', 5, ['unbreakable', 'words']],
  ['', 5, ['']],
])('%j in lines of %d letters', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('the chat stands at the left, the events at the right, and no line is longer than the terminal', () => {
  let text = '';
  const stage = openStage({ write: (more) => (text += more), columns: 100, colours: false });
  stage.part('Talk');
  stage.said(
    'Asha',
    'Do you have ripe tomatoes today, and how much are they by the kilo?',
    'chat · SENT · 1',
  );
  stage.live('orders · PLACED');
  stage.proved('it is true');
  stage.part('Receipt', { isWide: true });
  stage.proved('it is paid');
  expect(text.split('\n')).toEqual([
    '',
    `── Talk ${'─'.repeat(92)}`,
    'Asha         Do you have ripe tomatoes today, and how     │ chat · SENT · 1',
    '             much are they by the kilo?                   │',
    '                                                          │ orders · PLACED',
    '             ✓ it is true                                 │',
    '',
    `── Receipt ${'─'.repeat(89)}`,
    '✓ it is paid',
    '',
  ]);
});
