import { answered, said, shown } from './history-step.ts';
import type { History } from './history-step.ts';

export const CHATS_ABROAD: readonly History[] = [
  {
    customer: 'emma',
    shop: 'rose-and-rye',
    daysAgo: 42,
    steps: [
      said('Hello! I saw your hand soap on Instagram. Is it gentle on dry skin?'),
      answered('Very: olive oil and nothing that dries. We use it all day ourselves.'),
      {
        order: [{ sku: 'SKI-ATT-ATT-118', quantity: 3 }],
        until: 'delivered',
        via: 'INSTAGRAM_SHOP',
      },
      said('Smells like a garden. Thank you!'),
    ],
  },
  {
    customer: 'lucia',
    shop: 'casa-jacaranda',
    daysAgo: 38,
    steps: [
      said('Hola, vi el vestido verde en Facebook. ¿Todavía lo tienen?'),
      answered('¡Hola! Sí, quedan varios.'),
      {
        order: [{ sku: 'WOM-BRD-GRE-183', quantity: 1 }],
        until: 'delivered',
        via: 'FACEBOOK_SHOP',
      },
    ],
  },
  {
    customer: 'lucia',
    shop: 'sabzi-mandi',
    daysAgo: 7,
    steps: [
      said('¡Hola! Voy a pasar un mes en Goa. ¿Tienen cúrcuma y garam masala?'),
      answered('¡Hola, Lucía! Sí, los dos, molidos aquí mismo en tandas pequeñas.'),
      shown('SBZ-TURMERIC-200G'),
      shown('SBZ-GARAM-MASALA-100G'),
      said('¡Qué maravilla! ¿Y hacen envíos a México?'),
      answered('Por ahora solo entregamos en Panaji, pero se los guardamos hasta que llegue.'),
      said('Perfecto, les escribo en cuanto aterrice. ¡Gracias!'),
    ],
  },
  {
    customer: 'lucia',
    shop: 'casa-jacaranda',
    daysAgo: 4,
    steps: [
      said('Hola, ¿el vestido de tartán viene en talla mediana?'),
      answered('Sí, y queda un poco holgado. Si dudas, pide la chica: el cambio es gratis.'),
      shown('TOP-BRD-TAR-166'),
      {
        order: [
          { sku: 'TOP-BRD-TAR-166', quantity: 1 },
          { sku: 'WOM-BRD-GRE-183', quantity: 1 },
        ],
        until: 'shipped',
      },
      answered('¡Ya va en camino! Te llega entre jueves y viernes.'),
    ],
  },
  {
    customer: 'emma',
    shop: 'rose-and-rye',
    daysAgo: 8,
    steps: [
      said('Hi both! I loved the sample of Gucci Bloom you put in last time.'),
      answered("We thought you might! There's an offer on it just now."),
      shown('FRA-GUC-GUC-010'),
      said('Go on then. And a hand soap, please.'),
      {
        order: [
          { sku: 'FRA-GUC-GUC-010', quantity: 1 },
          { sku: 'SKI-ATT-ATT-118', quantity: 2 },
        ],
        until: 'delivered',
      },
      said('Arrived this morning, beautifully wrapped. Thank you x'),
      answered('Enjoy, Emma! There is another little sample in the box.'),
      {
        ticket: {
          subject: 'A receipt with my company on it',
          text: 'Could I have the receipt in the name of Whitfield Ceramics?',
          priority: 'LOW',
          thread: [{ by: 'shop', text: 'Of course. Which address shall we put on it?' }],
          left: 'wait',
        },
      },
    ],
  },
  {
    customer: 'dewi',
    shop: 'rumah-jati',
    daysAgo: 10,
    steps: [
      said('Selamat pagi, meja samping tempat tidurnya dari kayu asli?'),
      answered('Selamat pagi, Bu Dewi. Betul, kayu utuh, dikerjakan tangan di Jepara.'),
      shown('FUR-FUR-BED-013'),
      said('Bagus sekali. Saya pesan dua, ya.'),
      { order: [{ sku: 'FUR-FUR-BED-013', quantity: 2 }], until: 'paid' },
      answered('Terima kasih! Kami kabari begitu siap dikirim ke Yogyakarta.'),
    ],
  },
  {
    customer: 'camila',
    shop: 'cancha-y-sol',
    daysAgo: 2,
    steps: [
      said('Buenas, ¿el balón sirve para cancha sintética?'),
      answered('Buenas, Camila. Sí, es para césped y sintética, número 5.'),
      shown('SPO-BRD-FOO-147'),
      said('Listo, me llevo dos para el equipo. Pago esta tarde.'),
      { order: [{ sku: 'SPO-BRD-FOO-147', quantity: 2 }], until: 'placed' },
    ],
  },
  {
    customer: 'marco',
    shop: 'tempo-e-motori',
    daysAgo: 12,
    steps: [
      // Only words: catalogues and carts are announced in Italy and not there yet.
      said('Buongiorno, lo scooter da città è possibile vederlo dal vivo?'),
      answered('Buongiorno, Marco. Certo, su appuntamento. Sabato alle dieci le va bene?'),
      said('Benissimo, a sabato.'),
      answered('A sabato! Gli acquisti in chat arriveranno presto anche in Italia.'),
    ],
  },
];
