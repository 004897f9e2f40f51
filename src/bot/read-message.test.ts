import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clean, fold } from './language/clean.ts';
import { readMessage } from './read-message.ts';
import { LANGUAGES, MAX_ITEMS, MAX_QUANTITY, type Intent, type Language, type Reading } from './rules.ts';

/** An intent in a line: `2 rice + 3 milk`, `pay CARD`, `remove tomato`. */
function short(intent: Intent): string {
  switch (intent.kind) {
    case 'add':
      return intent.items.map(({ words, quantity }) => `${quantity} ${words}`).join(' + ');
    case 'find':
    case 'remove':
      return `${intent.kind} ${intent.words}`;
    case 'pay':
      return intent.method ? `pay ${intent.method}` : 'pay';
    case 'code':
      return `code ${intent.code}`;
    case 'choose':
      return `choose ${intent.place}`;
    case 'custom':
      return `custom ${intent.index}`;
    case 'greet':
    case 'catalog':
    case 'cart':
    case 'checkout':
    case 'cancel':
    case 'status':
    case 'help':
    case 'human':
    case 'thanks':
    case 'nothing':
    case 'unknown':
      return intent.kind;
  }
}

const read = (text: string, language: Language = 'en', more: Partial<Reading> = {}) =>
  readMessage(text, { language, customKeywords: [], expects: null, ...more });

/** Message, what it wants, and the language where the words tell it to somebody who wrote another one before. */
type Row = readonly [text: string, wants: string];

const MESSAGES: Readonly<Record<Language, readonly Row[]>> = {
  en: [
    ['hi', 'greet'],
    ['Hello!', 'greet'],
    ['good morning', 'greet'],
    ['hello sir', 'greet'],
    ['👋', 'greet'],
    ['catalog', 'catalog'],
    ['Menu please', 'catalog'],
    ['show me the catalogue', 'catalog'],
    ['catlog', 'catalog'],
    ['what do you have?', 'catalog'],
    ['2 basmati rice', '2 basmati rice'],
    ['add 2 x tomato', '2 tomato'],
    ['tomato x2', '2 tomato'],
    ['2x tomato', '2 tomato'],
    ['tomato × 3', '3 tomato'],
    ['2 kg tomatoes', '2 tomatoes'],
    ['2kg tomatoes', '2 tomatoes'],
    ['three bottles of cooking oil please', '3 cooking oil'],
    ['a dozen eggs', '12 eggs'],
    ['two dozen bananas', '24 bananas'],
    ['2 rice and 3 milk', '2 rice + 3 milk'],
    ['2 rice, 1 milk\n4 eggs', '2 rice + 1 milk + 4 eggs'],
    ['2 rice 3 milk', '2 rice + 3 milk'],
    ['I would like 2 rice and a juice', '2 rice + 1 juice'],
    ['can I get one ice cream?', '1 ice cream'],
    ['hi, 2 rice please', '2 rice'],
    ['basmati rice', '1 basmati rice'],
    ['add rice', '1 rice'],
    ['put 2 lemons in my cart', '2 lemons'],
    ['half sleeve shirt', '1 half sleeve shirt'],
    ['500g butter', '1 500g butter'],
    ['2 butter 500g', '2 butter 500g'],
    ['2 rice and 2 rice', '4 rice'],
    ['do you have basmati rice?', 'find basmati rice'],
    ['basmati rice?', 'find basmati rice'],
    ['how much is the cucumber', 'find the cucumber'],
    ['remove tomato', 'remove tomato'],
    ['remve tomato', 'remove tomato'],
    ['please take out the tomato from my cart', 'remove tomato'],
    ['cart', 'cart'],
    ["what's in my cart?", 'cart'],
    ['can you please show me the cart', 'cart'],
    ['checkout', 'checkout'],
    ['chekout', 'checkout'],
    ["that's all", 'checkout'],
    ['pay', 'pay'],
    ['pay by card', 'pay CARD'],
    ['pay from wallet please', 'pay BALANCE'],
    ['cash on delivery', 'pay CASH_ON_DELIVERY'],
    ['pay 500', 'pay'],
    ['status', 'status'],
    ["where's my order?", 'status'],
    ['status 1042', 'status'],
    ['cancel my order', 'cancel'],
    ['help', 'help'],
    ['I need help', 'help'],
    ['talk to a human', 'human'],
    ['thank you so much!', 'thanks'],
    ['ok', 'nothing'],
    ['I have been waiting all day for somebody to tell me about this', 'unknown'],
  ],
  hi: [
    ['नमस्ते', 'greet'],
    ['namaste ji', 'greet'],
    ['namste', 'greet'],
    ['मेनू', 'catalog'],
    ['मेनू दिखाओ', 'catalog'],
    ['menu dikhao', 'catalog'],
    ['kya kya hai', 'catalog'],
    ['२ किलो चावल', '2 चावल'],
    ['दो किलो चावल', '2 चावल'],
    ['do kilo chawal', '2 chawal'],
    ['do chawal', '2 chawal'],
    ['चावल दो किलो', '2 चावल'],
    ['chawal 2 kilo', '2 chawal'],
    ['ek darjan kele', '12 kele'],
    ['एक दर्जन केले', '12 केले'],
    ['मुझे तीन टमाटर चाहिए', '3 टमाटर'],
    ['mujhe paanch nimbu chahiye', '5 nimbu'],
    ['2 chawal aur 3 doodh', '2 chawal + 3 doodh'],
    ['दो चावल और तीन दूध', '2 चावल + 3 दूध'],
    ['do kilo chawal aur ek kilo dal bhejo', '2 chawal + 1 dal'],
    ['टमाटर', '1 टमाटर'],
    ['tamatar add karo', '1 tamatar'],
    ['teen kilo aloo', '3 aloo'],
    ['aadha kilo paneer', '0 paneer'],
    ['आधा किलो पनीर', '0 पनीर'],
    ['chawal hai kya', 'find chawal'],
    ['चावल कितने का है', 'find चावल'],
    ['tamatar hatao', 'remove tamatar'],
    ['टमाटर हटाओ', 'remove टमाटर'],
    ['cart se tamatar hata do', 'remove tamatar'],
    ['tamatar nahi chahiye', 'remove tamatar'],
    ['cart dikhao', 'cart'],
    ['कार्ट दिखाओ', 'cart'],
    ['kitna hua', 'cart'],
    ['order karo', 'checkout'],
    ['ऑर्डर करें', 'checkout'],
    ['bas itna hi', 'checkout'],
    ['pay karo', 'pay'],
    ['भुगतान करें', 'pay'],
    ['card se pay karo', 'pay CARD'],
    ['कार्ड से भुगतान', 'pay CARD'],
    ['wallet se', 'pay BALANCE'],
    ['नकद', 'pay CASH_ON_DELIVERY'],
    ['mera order kahan hai', 'status'],
    ['मेरा ऑर्डर कहाँ है', 'status'],
    ['order cancel karo', 'cancel'],
    ['रद्द करें', 'cancel'],
    ['मदद', 'help'],
    ['madad chahiye', 'help'],
    ['kisi se baat karni hai', 'human'],
    ['इंसान', 'human'],
    ['dhanyavaad', 'thanks'],
    ['धन्यवाद', 'thanks'],
    ['theek hai', 'nothing'],
  ],
  es: [
    ['hola', 'greet'],
    ['¡Buenos días!', 'greet'],
    ['hola que tal', 'greet'],
    ['catálogo', 'catalog'],
    ['catalogo', 'catalog'],
    ['catalago', 'catalog'],
    ['¿Qué venden?', 'catalog'],
    ['ver el menú', 'catalog'],
    ['2 arroz', '2 arroz'],
    ['2 arroz, 1 leche', '2 arroz + 1 leche'],
    ['2 arroz y 3 leches', '2 arroz + 3 leches'],
    ['dos kilos de arroz', '2 arroz'],
    ['quiero dos kilos de arroz y una docena de huevos', '2 arroz + 12 huevos'],
    ['agrega 2 x tomate', '2 tomate'],
    ['añade tres limones', '3 limones'],
    ['quisiera 3 botellas de aceite por favor', '3 aceite'],
    ['una docena de huevos', '12 huevos'],
    ['hola, quiero 2 arroz', '2 arroz'],
    ['arroz', '1 arroz'],
    ['leche de coco', '1 leche de coco'],
    ['medio kilo de queso', '0 queso'],
    ['dame 5 tomates porfa', '5 tomates'],
    ['arroz x3', '3 arroz'],
    ['once limones', '11 limones'],
    ['¿tienen arroz?', 'find arroz'],
    ['cuánto cuesta el arroz', 'find el arroz'],
    ['quita tomate', 'remove tomate'],
    ['elimina el tomate del carrito', 'remove tomate'],
    ['ya no quiero tomate', 'remove tomate'],
    ['carrito', 'cart'],
    ['carito', 'cart'],
    ['ver mi carrito', 'cart'],
    ['¿cuánto es?', 'cart'],
    ['hacer pedido', 'checkout'],
    ['finalizar compra', 'checkout'],
    ['eso es todo', 'checkout'],
    ['pagar', 'pay'],
    ['quiero pagar', 'pay'],
    ['pagar con tarjeta', 'pay CARD'],
    ['pagar con saldo', 'pay BALANCE'],
    ['en efectivo', 'pay CASH_ON_DELIVERY'],
    ['estado', 'status'],
    ['¿dónde está mi pedido?', 'status'],
    ['cancelar mi pedido', 'cancel'],
    ['ayuda', 'help'],
    ['quiero hablar con una persona', 'human'],
    ['muchas gracias', 'thanks'],
    ['vale', 'nothing'],
    ['canela', '1 canela'],
  ],
  pt: [
    ['oi', 'greet'],
    ['Olá!', 'greet'],
    ['bom dia', 'greet'],
    ['catálogo', 'catalog'],
    ['catalogo', 'catalog'],
    ['cardápio', 'catalog'],
    ['cardapoi', 'catalog'],
    ['o que vocês têm?', 'catalog'],
    ['2 arroz', '2 arroz'],
    ['2 arroz e 1 leite', '2 arroz + 1 leite'],
    ['dois quilos de arroz', '2 arroz'],
    ['quero 2 kg de arroz e uma dúzia de ovos', '2 arroz + 12 ovos'],
    ['adiciona 2 x tomate', '2 tomate'],
    ['me vê três limões', '3 limões'],
    ['gostaria de 3 garrafas de azeite por favor', '3 azeite'],
    ['uma dúzia de ovos', '12 ovos'],
    ['oi, quero 2 arroz', '2 arroz'],
    ['arroz', '1 arroz'],
    ['leite de coco', '1 leite de coco'],
    ['meio quilo de queijo', '0 queijo'],
    ['coloca 5 tomates', '5 tomates'],
    ['arroz x3', '3 arroz'],
    ['vinte pães', '20 pães'],
    ['vocês têm arroz?', 'find arroz'],
    ['quanto custa o arroz', 'find o arroz'],
    ['tira tomate', 'remove tomate'],
    ['remove o tomate do carrinho', 'remove tomate'],
    ['não quero tomate', 'remove tomate'],
    ['carrinho', 'cart'],
    ['carinho', 'cart'],
    ['ver meu carrinho', 'cart'],
    ['quanto deu?', 'cart'],
    ['fechar pedido', 'checkout'],
    ['finalizar compra', 'checkout'],
    ['só isso', 'checkout'],
    ['pagar', 'pay'],
    ['quero pagar', 'pay'],
    ['pagar com cartão', 'pay CARD'],
    ['pagar com saldo', 'pay BALANCE'],
    ['em dinheiro', 'pay CASH_ON_DELIVERY'],
    ['status do pedido', 'status'],
    ['cadê meu pedido?', 'status'],
    ['cancelar meu pedido', 'cancel'],
    ['ajuda', 'help'],
    ['falar com atendente', 'human'],
    ['muito obrigada', 'thanks'],
    ['beleza', 'nothing'],
  ],
  id: [
    ['halo', 'greet'],
    ['selamat pagi', 'greet'],
    ['halo kak', 'greet'],
    ['katalog', 'catalog'],
    ['katlog', 'catalog'],
    ['lihat menu dong', 'catalog'],
    ['jual apa saja?', 'catalog'],
    ['2 beras', '2 beras'],
    ['2 beras dan 3 susu', '2 beras + 3 susu'],
    ['2 beras, 1 susu', '2 beras + 1 susu'],
    ['dua kilo beras', '2 beras'],
    ['saya mau dua kilo beras', '2 beras'],
    ['tambah 2 x tomat', '2 tomat'],
    ['tolong tambahkan tiga tomat', '3 tomat'],
    ['pesan 3 botol kecap ya', '3 kecap'],
    ['selusin telur', '12 telur'],
    ['dua lusin telur', '24 telur'],
    ['dua belas telur', '12 telur'],
    ['lima apel', '5 apel'],
    ['sebungkus kopi', '1 kopi'],
    ['beras', '1 beras'],
    ['setengah kilo gula', '0 gula'],
    ['beli 5 tomat', '5 tomat'],
    ['beras x3', '3 beras'],
    ['beras 3 kg', '3 beras'],
    ['ada beras?', 'find beras'],
    ['berapa harga beras', 'find beras'],
    ['hapus tomat', 'remove tomat'],
    ['keluarkan tomat dari keranjang', 'remove tomat'],
    ['gak jadi tomat', 'remove tomat'],
    ['keranjang', 'cart'],
    ['kranjang', 'cart'],
    ['lihat keranjang saya', 'cart'],
    ['total berapa?', 'cart'],
    ['pesan sekarang', 'checkout'],
    ['itu saja', 'checkout'],
    ['selesai', 'checkout'],
    ['bayar', 'pay'],
    ['mau bayar', 'pay'],
    ['bayar pakai kartu', 'pay CARD'],
    ['bayar pakai saldo', 'pay BALANCE'],
    ['bayar tunai', 'pay CASH_ON_DELIVERY'],
    ['status pesanan', 'status'],
    ['di mana pesanan saya?', 'status'],
    ['batalkan pesanan', 'cancel'],
    ['bantuan', 'help'],
    ['bicara dengan admin', 'human'],
    ['terima kasih', 'thanks'],
    ['makasih kak', 'thanks'],
    ['siap', 'nothing'],
  ],
  it: [
    ['ciao', 'greet'],
    ['Buongiorno!', 'greet'],
    ['salve', 'greet'],
    ['catalogo', 'catalog'],
    ['catalgo', 'catalog'],
    ['cosa vendete?', 'catalog'],
    ['mostra il menù', 'catalog'],
    ['2 riso', '2 riso'],
    ['2 riso e 3 latte', '2 riso + 3 latte'],
    ['2 riso, 1 latte', '2 riso + 1 latte'],
    ['due chili di riso', '2 riso'],
    ['vorrei due chili di riso e una dozzina di uova', '2 riso + 12 uova'],
    ['aggiungi 2 x pomodoro', '2 pomodoro'],
    ['mettimi tre limoni', '3 limoni'],
    ['vorrei 3 bottiglie di olio per favore', '3 olio'],
    ['una dozzina di uova', '12 uova'],
    ['ciao, vorrei 2 riso', '2 riso'],
    ['riso', '1 riso'],
    ['latte di cocco', '1 latte di cocco'],
    ['mezzo chilo di formaggio', '0 formaggio'],
    ['dammi 5 pomodori', '5 pomodori'],
    ['riso x3', '3 riso'],
    ['sei mele', '6 mele'],
    ['avete il riso?', 'find il riso'],
    ['quanto costa il riso', 'find il riso'],
    ['togli pomodoro', 'remove pomodoro'],
    ['elimina il pomodoro dal carrello', 'remove pomodoro'],
    ['non voglio più pomodoro', 'remove pomodoro'],
    ['carrello', 'cart'],
    ['carello', 'cart'],
    ['vedi il mio carrello', 'cart'],
    ['quanto fa?', 'cart'],
    ['ordina', 'checkout'],
    ['concludi ordine', 'checkout'],
    ['basta così', 'checkout'],
    ['paga', 'pay'],
    ['vorrei pagare', 'pay'],
    ['paga con carta', 'pay CARD'],
    ['paga con il saldo', 'pay BALANCE'],
    ['in contanti', 'pay CASH_ON_DELIVERY'],
    ['stato', 'status'],
    ["dov'è il mio ordine?", 'status'],
    ["annulla l'ordine", 'cancel'],
    ['aiuto', 'help'],
    ['vorrei parlare con un operatore', 'human'],
    ['grazie mille', 'thanks'],
    ['va bene', 'nothing'],
  ],
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(MESSAGES[language])('%j means %s', (text, wants) => {
    expect(short(read(text, language).intent)).toBe(wants);
  });

  it('knows more than forty messages', () => {
    expect(MESSAGES[language].length).toBeGreaterThan(40);
  });
});

test.each([
  ['2 rice and 3 milk', 'hi', 'en'],
  ['do kilo chawal', 'en', 'hi'],
  ['cart dikhao', 'en', 'hi'],
  ['२ किलो चावल', 'en', 'hi'],
  ['quiero pagar con tarjeta', 'en', 'es'],
  ['carrito', 'en', 'es'],
  ['carrinho', 'en', 'pt'],
  ['vocês têm arroz?', 'en', 'pt'],
  ['saya mau dua kilo beras', 'en', 'id'],
  ['vorrei due chili di riso', 'en', 'it'],
  ['please remove the rice', 'it', 'en'],
  ['2 basmati rice', 'es', null],
  ['lima beans', 'en', null],
  ['2 dal', 'en', null],
  ['toor dal', 'hi', null],
  ['cart', 'hi', null],
  ['menu', 'it', null],
  ['catalogo', 'en', null],
  ['123456', 'en', null],
  ['🍅🍅', 'en', null],
  ['', 'en', null],
] as const)('%j, written by somebody who wrote %s before, tells %s', (text, before, told) => {
  expect(read(text, before).language).toBe(told);
});

describe('what people and machines write besides', () => {
  test.each([
    ['', 'nothing'],
    [' \n\t', 'nothing'],
    ['\u200b\u200f\ufeff', 'nothing'],
    ['...', 'nothing'],
    ['😀😀😀', 'nothing'],
    ['👩‍🌾', 'nothing'],
    ['🙏', 'thanks'],
    ['2 🍅', '2 🍅'],
    ['２ ｒｉｃｅ', '2 rice'],
    ['2\u200b rice', '2 rice'],
    ['\u202e2 rice\u202c', '2 rice'],
    ['cata\u200blog', 'catalog'],
    ['cata\u0301logo', 'catalog'],
    ['999999999 rice', '0 rice'],
    ['99999999999999999999 rice', '0 rice'],
    ['1000 rice', '0 rice'],
    ['999 rice', '999 rice'],
    ['-1 rice', '0 rice'],
    ['\u22121 rice', '0 rice'],
    ['0 rice', '0 rice'],
    ['1.5 kg rice', '0 rice'],
    ['1,5 kg rice', '0 rice'],
    ['½ kg rice', '0 rice'],
    ['2.0 kg rice', '2 rice'],
    ['half a kilo of rice', '0 rice'],
    ['500 rice and 600 rice', '0 rice'],
    ['rice - 2', '2 rice'],
    ['٣ rice', '3 rice'],
    ['2 चावल and 3 leche', '2 चावल + 3 leche'],
    ['2', 'unknown'],
    ['2 kg', 'unknown'],
  ])('%j means %s', (text, wants) => {
    expect(short(read(text).intent)).toBe(wants);
  });

  it('keeps the whole of what may be a name', () => {
    expect(read('iphone 6').intent).toMatchObject({
      items: [{ words: 'iphone', quantity: 6, whole: 'iphone 6' }],
    });
    expect(read('salt and pepper').intent).toMatchObject({ whole: 'salt and pepper' });
    expect(read('add 2 x tomato').intent).toMatchObject({ items: [{ whole: null }], whole: null });
  });

  it('tells the name of a method from being told to pay', () => {
    expect(read('card').intent).toEqual({ kind: 'pay', method: 'CARD', isBare: true });
    expect(read('pay by card').intent).toEqual({ kind: 'pay', method: 'CARD', isBare: false });
  });
});

describe('what the bot has asked for', () => {
  test.each([
    ['CODE', '123456', 'code 123456'],
    ['CODE', '１２３４५६', 'code 123456'],
    ['CODE', 'my code is 123 456', 'code 123456'],
    ['CODE', '123-456', 'code 123456'],
    ['CODE', '123456 rice', '0 rice'],
    ['CODE', '12345', 'unknown'],
    ['CODE', '1234567', 'unknown'],
    ['CODE', 'cancel', 'cancel'],
    [null, '123456', 'unknown'],
    ['CHOICE', '2', 'choose 2'],
    ['CHOICE', '२', 'choose 2'],
    ['CHOICE', 'number 2 please', 'choose 2'],
    ['CHOICE', 'the second one', 'choose 2'],
    ['CHOICE', 'la segunda', 'choose 2'],
    ['CHOICE', 'dusra wala', 'choose 2'],
    ['CHOICE', 'yes', 'choose 0'],
    ['CHOICE', 'sí', 'choose 0'],
    ['CHOICE', 'हाँ', 'choose 0'],
    ['CHOICE', '2 rice', '2 rice'],
    ['CHOICE', 'no', 'nothing'],
    ['CHOICE', '-1', 'unknown'],
    ['CHOICE', '100', 'unknown'],
  ] as const)('%s: %j means %s', (expects, text, wants) => {
    expect(short(read(text, 'en', { expects }).intent)).toBe(wants);
  });

  it('gives the shop its own words, before the house has its', () => {
    const customKeywords = [
      ['opening hours', 'horario'],
      ['menu', 'Ofertas'],
    ];
    const meant = (text: string, more: Partial<Reading> = {}) =>
      short(read(text, 'en', { customKeywords, ...more }).intent);
    expect(meant('Opening hours?')).toBe('custom 0');
    expect(meant('HORARIO')).toBe('custom 0');
    expect(meant('menu')).toBe('custom 1');
    expect(meant('ofértas!')).toBe('custom 1');
    expect(meant('opening hours of the rice')).not.toBe('custom 0');
    expect(meant('123456', { customKeywords: [['123456']], expects: 'CODE' })).toBe('code 123456');
    expect(meant('', { customKeywords: [['']] })).toBe('nothing');
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '2',
          'x',
          '-',
          '1,5',
          'rice',
          'and',
          'do',
          'kilo',
          'चावल',
          'hatao',
          'remove',
          'pay',
          'a',
          'half',
          '\u200f',
          ',',
          '\n',
          '999999',
          'hola',
          'dua',
          'belas',
          'dozen',
          '🍅',
          '?',
          'dikhao',
          'e\u0301',
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' ')),
  );
  const readings = fc.record({
    language: fc.constantFrom(...LANGUAGES),
    customKeywords: fc.array(fc.array(texts, { maxLength: 2 }), { maxLength: 2 }),
    expects: fc.constantFrom('CODE' as const, 'CHOICE' as const, null),
  });

  it('is read without a fault, in quantities that can be ordered or are 0', () => {
    fc.assert(
      fc.property(texts, readings, (text, reading) => {
        const { intent } = readMessage(text, reading);
        if (intent.kind === 'code') expect(intent.code).toMatch(/^\d{6}$/);
        if (intent.kind !== 'add') return;
        expect(intent.items.length).toBeGreaterThan(0);
        expect(intent.items.length).toBeLessThanOrEqual(MAX_ITEMS);
        for (const { words, quantity } of intent.items) {
          expect(words.trim()).not.toBe('');
          expect(Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_QUANTITY).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is cleaned and folded once for good', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '1',
    '1,',
    'a',
    'a ',
    '2 a ',
    '1 kg ',
    'do ',
    'x ',
    'e\u0301',
    '🍅',
    '1a',
    '- ',
    'and ',
    'hi ',
    '२ ',
  ])('of 4,096 characters of %j takes no time to speak of', (piece) => {
    const text = piece.repeat(4_096).slice(0, 4_096);
    const started = performance.now();
    readMessage(text, { language: 'en', customKeywords: [], expects: 'CODE' });
    readMessage(text, { language: 'hi', customKeywords: [], expects: 'CHOICE' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
