import type { Hours } from '../businesses/hours.ts';
import type { SetBot } from '../bot/set-bot.ts';

/** When a shop is open and what its bot says in the shop's own words; the house has words for the rest. */
export interface DemoBot extends Pick<SetBot, 'greeting' | 'away' | 'replies'> {
  /** The handle of the shop. */
  readonly shop: string;
  readonly hours: readonly Hours[];
}

const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6];
const EVERY_DAY = [...MONDAY_TO_SATURDAY, 7];

const from = (days: readonly number[], opens: number, closes: number): Hours[] =>
  days.map((weekday) => ({ weekday, opensAt: opens * 60, closesAt: closes * 60 }));

/** Shops whose bot is on; in the others people answer. */
export const DEMO_BOTS: readonly DemoBot[] = [
  {
    shop: 'sabzi-mandi',
    hours: from(EVERY_DAY, 7, 20),
    greeting: [
      {
        language: 'en',
        text: 'Namaste, and welcome to Sabzi Mandi! Write what you need, such as “2 basmati rice”, and “pay” when that is all.',
      },
      {
        language: 'hi',
        text: 'नमस्ते, सब्ज़ी मंडी में आपका स्वागत है! जो चाहिए लिखिए, जैसे “2 basmati rice”, और बस हो तो “भुगतान करें”।',
      },
    ],
    replies: [
      {
        keywords: ['delivery', 'delivery time', 'when do you deliver', 'डिलीवरी'],
        texts: [
          {
            language: 'en',
            text: 'We deliver in Panaji between 7 and 9, if you order before 8 in the evening.',
          },
          { language: 'hi', text: 'शाम आठ बजे तक ऑर्डर कीजिए, तो पणजी में सुबह 7 से 9 के बीच पहुँचा देंगे।' },
        ],
      },
    ],
  },
  {
    shop: 'casa-jacaranda',
    hours: from(MONDAY_TO_SATURDAY, 10, 19),
    greeting: [
      {
        language: 'es',
        text: '¡Hola, qué gusto verte en Casa Jacaranda! Escribe “catálogo” para verlo todo, o dime qué te llevas.',
      },
    ],
    replies: [
      {
        keywords: ['tallas', 'talla', 'sizes'],
        texts: [
          { language: 'es', text: 'Tenemos de la chica a la extra grande. El cambio de talla es gratis.' },
          { language: 'en', text: 'From small to extra large. Changing the size is free.' },
        ],
      },
    ],
  },
  {
    shop: 'rumah-jati',
    hours: from(MONDAY_TO_SATURDAY, 9, 17),
    greeting: [
      {
        language: 'id',
        text: 'Selamat datang di Rumah Jati! Tulis “katalog” untuk melihat semuanya, atau sebutkan yang Anda cari.',
      },
    ],
    away: [
      {
        language: 'id',
        text: 'Bengkel kami sedang tutup. Pesanan tetap bisa lewat chat ini; kami balas begitu buka.',
      },
    ],
  },
];
