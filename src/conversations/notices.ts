import type { NoticeCode } from './content.ts';

/** What each notice says, by language; `{order}` is the order's number. */
const TEXTS: Readonly<Record<NoticeCode, Readonly<Record<string, string>>>> = {
  ORDER_PLACED: {
    en: 'Thank you! We have your order #{order}. Pay to have it confirmed.',
    hi: 'धन्यवाद! आपका ऑर्डर #{order} मिल गया है। पुष्टि के लिए भुगतान करें।',
    es: '¡Gracias! Tenemos tu pedido #{order}. Págalo para confirmarlo.',
    pt: 'Obrigado! Recebemos o seu pedido #{order}. Pague para que ele seja confirmado.',
    id: 'Terima kasih! Pesanan #{order} sudah kami terima. Bayar agar dikonfirmasi.',
    it: "Grazie! Abbiamo ricevuto l'ordine #{order}. Paga per confermarlo.",
  },
  ORDER_CONFIRMED: {
    en: 'Your order #{order} is confirmed.',
    hi: 'आपके ऑर्डर #{order} की पुष्टि हो गई है।',
    es: 'Tu pedido #{order} está confirmado.',
    pt: 'O seu pedido #{order} está confirmado.',
    id: 'Pesanan #{order} sudah dikonfirmasi.',
    it: "L'ordine #{order} è confermato.",
  },
  ORDER_SHIPPED: {
    en: 'Your order #{order} is on its way.',
    hi: 'आपका ऑर्डर #{order} रास्ते में है।',
    es: 'Tu pedido #{order} está en camino.',
    pt: 'O seu pedido #{order} está a caminho.',
    id: 'Pesanan #{order} sedang dalam perjalanan.',
    it: "L'ordine #{order} è in viaggio.",
  },
  ORDER_DELIVERED: {
    en: 'Your order #{order} has arrived.',
    hi: 'आपका ऑर्डर #{order} पहुँच गया है।',
    es: 'Tu pedido #{order} ha llegado.',
    pt: 'O seu pedido #{order} chegou.',
    id: 'Pesanan #{order} sudah sampai.',
    it: "L'ordine #{order} è arrivato.",
  },
  ORDER_CANCELLED: {
    en: 'Order #{order} was cancelled. Anything that was paid is on its way back.',
    hi: 'ऑर्डर #{order} रद्द कर दिया गया। जो भुगतान हुआ वह लौटाया जा रहा है।',
    es: 'El pedido #{order} se canceló. Lo que se pagó está en camino de vuelta.',
    pt: 'O pedido #{order} foi cancelado. O que foi pago está sendo devolvido.',
    id: 'Pesanan #{order} dibatalkan. Yang sudah dibayar sedang dikembalikan.',
    it: "L'ordine #{order} è stato annullato. Quanto pagato sta tornando.",
  },
  ORDER_EXPIRED: {
    en: 'Order #{order} was not paid in time, so its goods went back on the shelf. Order again any time.',
    hi: 'ऑर्डर #{order} का समय पर भुगतान नहीं हुआ, सामान वापस रख दिया गया। आप फिर से ऑर्डर कर सकते हैं।',
    es: 'El pedido #{order} no se pagó a tiempo y se liberó. Puedes volver a pedir cuando quieras.',
    pt: 'O pedido #{order} não foi pago a tempo, e os produtos voltaram à prateleira. Peça de novo quando quiser.',
    id: 'Pesanan #{order} tidak dibayar tepat waktu dan dilepas. Silakan pesan lagi kapan saja.',
    it: "L'ordine #{order} non è stato pagato in tempo ed è stato annullato. Puoi ordinare di nuovo.",
  },
  CASH_ON_DELIVERY: {
    en: 'Order #{order} is paid in cash when it arrives.',
    hi: 'ऑर्डर #{order} का भुगतान पहुँचने पर नकद होगा।',
    es: 'El pedido #{order} se paga en efectivo al recibirlo.',
    pt: 'O pedido #{order} é pago em dinheiro na entrega.',
    id: 'Pesanan #{order} dibayar tunai saat sampai.',
    it: "L'ordine #{order} si paga in contanti alla consegna.",
  },
};

/** The notice in the language of a BCP 47 tag; English where there is no translation. */
export function noticeText(code: NoticeCode, language: string, orderNumber: number): string {
  const texts = TEXTS[code];
  const text = texts[language.slice(0, 2).toLowerCase()] ?? texts['en'] ?? '';
  return text.replace('{order}', String(orderNumber));
}
