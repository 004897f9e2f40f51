import type { Friendship } from './history-step.ts';

/** Money between people, in their chat. What is open at the end waits for the reader, who is Asha. */
export const FRIENDS_IN_INDIA: readonly Friendship[] = [
  {
    one: 'asha',
    other: 'ravi',
    daysAgo: 12,
    steps: [
      { by: 'one', text: 'Did you get tickets for the concert?' },
      { by: 'other', text: 'I did! Row F, 600 each.' },
      { by: 'one', topsUp: '500.00' },
      { by: 'one', sends: '600.00', note: 'Row F!' },
      { by: 'other', text: 'Got it. See you at seven.' },
    ],
  },
  {
    one: 'asha',
    other: 'ravi',
    daysAgo: 5,
    steps: [
      { by: 'other', topsUp: '2000.00' },
      { by: 'one', asksFor: '450.00', note: 'Your half of the cab', answer: 'paid' },
      { by: 'other', text: 'Sorry, I forgot. Safe flight!' },
    ],
  },
  {
    one: 'asha',
    other: 'ravi',
    daysAgo: 2,
    steps: [
      { by: 'other', sends: '300.00', note: 'For the sweets' },
      { by: 'one', text: 'Thank you! My mother says they were the best in Panaji.' },
      { by: 'other', asksFor: '240.00', note: 'Cinema on Friday', answer: null },
    ],
  },
];
