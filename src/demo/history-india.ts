import { answered, askedAbout, said, shown } from './history-step.ts';
import type { History } from './history-step.ts';

export const CHATS_IN_INDIA: readonly History[] = [
  {
    customer: 'asha',
    shop: 'sabzi-mandi',
    daysAgo: 44,
    steps: [
      said('Hello! Do you have toor dal, and bananas for tomorrow?'),
      answered('Hello and welcome! Both, and the bananas will be just ripe.'),
      {
        order: [
          { sku: 'SBZ-DAL-TOOR-1KG', quantity: 2 },
          { sku: 'SBZ-BANANA-DOZEN', quantity: 1 },
          { sku: 'SBZ-TURMERIC-200G', quantity: 1 },
        ],
        until: 'delivered',
      },
      said('They came, thank you. I will be back.'),
    ],
  },
  {
    customer: 'asha',
    shop: 'sabzi-mandi',
    daysAgo: 40,
    // Nobody has asked for it: a message of this kind costs the shop something.
    steps: [answered('Fresh this week: paneer, every morning at seven.'), shown('SBZ-PANEER-200G')],
  },
  {
    customer: 'ravi',
    shop: 'rasoi-ghar',
    daysAgo: 36,
    steps: [
      said('नमस्ते, यह कड़छी फेसबुक पर देखी थी। क्या अभी मिलेगी?'),
      answered('नमस्ते रवि जी! जी हाँ, आज ही भेज सकते हैं।'),
      { order: [{ sku: 'KIT-BRD-BAM-048', quantity: 2 }], until: 'delivered', via: 'FACEBOOK_SHOP' },
    ],
  },
  {
    customer: 'asha',
    shop: 'sabzi-mandi',
    daysAgo: 9,
    steps: [
      said('Good evening! Do you deliver to Fontainhas tomorrow morning?'),
      answered('Good evening Asha ji. Yes, between 7 and 9 if you order before 8 tonight.'),
      said('Perfect. I need the usual: tomatoes, onions and something green.'),
      answered('The bhindi came in fresh this afternoon. Have a look:'),
      shown('SBZ-BHINDI-1KG'),
      said('Lovely, one kilo of that as well.'),
      {
        order: [
          { sku: 'SBZ-TOMATO-1KG', quantity: 2 },
          { sku: 'GRO-BRD-ONI-037', quantity: 1 },
          { sku: 'SBZ-BHINDI-1KG', quantity: 1 },
          { sku: 'SBZ-CORIANDER-BUNCH', quantity: 2 },
        ],
        until: 'delivered',
      },
      said('All here, thank you. The coriander is beautiful.'),
      answered('So glad! We put in a little extra ginger, on the house.'),
      {
        ticket: {
          subject: 'One tomato was crushed',
          text: 'The bag was under the onions. It is only one, I just wanted you to know.',
          thread: [
            {
              by: 'shop',
              text: 'Sorry for that! There are two more in your next bag. Neha packs them on top now.',
            },
            { by: 'customer', text: 'How kind, thank you.' },
          ],
          left: 'resolve',
          rating: 5,
        },
      },
    ],
  },
  {
    customer: 'asha',
    shop: 'sabzi-mandi',
    daysAgo: 3,
    steps: [
      said('Is the five-kilo atta the stone-ground one? My mother is particular about it 🙂'),
      answered('It is, from a small mill near Ponda. And it is on offer this week.'),
      shown('SBZ-ATTA-5KG'),
      {
        order: [
          { sku: 'SBZ-ATTA-5KG', quantity: 1 },
          { sku: 'SBZ-DAL-TOOR-1KG', quantity: 2 },
          { sku: 'SBZ-GHEE-COW-500ML', quantity: 1 },
        ],
        until: 'shipped',
        pay: 'BALANCE_AND_CARD',
      },
      answered('Packed and with Imran, who is on his way to you.'),
    ],
  },
  {
    customer: 'ravi',
    shop: 'sabzi-mandi',
    daysAgo: 11,
    steps: [
      said('दो किलो टमाटर और अदरक भेज दीजिए। पैसे नकद दे सकता हूँ?'),
      answered('जी हाँ, सामान मिलने पर दे दीजिए।'),
      {
        order: [
          { sku: 'SBZ-TOMATO-1KG', quantity: 2 },
          { sku: 'SBZ-GINGER-250G', quantity: 1 },
        ],
        until: 'delivered',
        pay: 'CASH_ON_DELIVERY',
      },
    ],
  },
  {
    customer: 'ravi',
    shop: 'sabzi-mandi',
    daysAgo: 6,
    steps: [
      said('नमस्ते, क्या आज ताज़ा पनीर मिलेगा?'),
      answered('नमस्ते रवि जी! जी हाँ, आज सुबह ही बना है।'),
      shown('SBZ-PANEER-200G'),
      said('बढ़िया। तीन पैकेट और एक किलो टमाटर भेज दीजिए।'),
      {
        order: [
          { sku: 'SBZ-PANEER-200G', quantity: 3 },
          { sku: 'SBZ-TOMATO-1KG', quantity: 1 },
          { sku: 'SBZ-GARAM-MASALA-100G', quantity: 1 },
        ],
        until: 'delivered',
      },
      said('सामान मिल गया, धन्यवाद। पनीर बहुत अच्छा था।'),
      answered('शुक्रिया! फिर ज़रूर आइए।'),
    ],
  },
  {
    customer: 'ravi',
    shop: 'sabzi-mandi',
    daysAgo: 1,
    steps: [
      said('कल घर पर मेहमान आ रहे हैं। दो किलो बासमती चावल और दही चाहिए।'),
      answered('बिल्कुल। बासमती पर इस हफ़्ते छूट है, और दही चार सौ ग्राम के डिब्बे में है।'),
      shown('SBZ-RICE-BASMATI-1KG'),
      shown('SBZ-DAHI-400G'),
      {
        order: [
          { sku: 'SBZ-RICE-BASMATI-1KG', quantity: 2 },
          { sku: 'SBZ-DAHI-400G', quantity: 3 },
          { sku: 'SBZ-BANANA-DOZEN', quantity: 1 },
        ],
        until: 'confirmed',
      },
      answered('ऑर्डर पक्का है। कल सुबह आठ बजे तक पहुँच जाएगा।'),
      {
        ticket: {
          subject: 'क्या सात बजे से पहले पहुँच सकता है?',
          text: 'मेहमान सुबह जल्दी आ रहे हैं। साढ़े छह बजे तक मिल जाए तो बहुत अच्छा होगा।',
          priority: 'HIGH',
          thread: [],
          left: null,
        },
      },
    ],
  },
  {
    customer: 'asha',
    shop: 'rasoi-ghar',
    daysAgo: 14,
    steps: [
      said('Hello, would this wok work on an induction stove?'),
      askedAbout('KIT-BRD-CAR-052'),
      answered(
        'It would. Carbon steel is magnetic, and this one has a flat base. Oil it before the first use.',
      ),
      said('Then I will take it, with a turner that does not scratch.'),
      {
        order: [
          { sku: 'KIT-BRD-CAR-052', quantity: 1 },
          { sku: 'KIT-BRD-BAM-048', quantity: 1 },
        ],
        until: 'delivered',
      },
      said('The wok is a beauty. The turner has a scratch, though.'),
      answered('That should not have left our shop. You get half of its price back.'),
      { refund: '60.00', reason: 'The turner has a scratch' },
    ],
  },
  {
    customer: 'ravi',
    shop: 'volt-bazaar',
    daysAgo: 5,
    steps: [
      said('भाई, ये इयरफ़ोन वारंटी के साथ आते हैं?'),
      askedAbout('MOB-BEA-BEA-107'),
      answered('जी, एक साल की वारंटी और पक्का बिल।'),
      { order: [{ sku: 'MOB-BEA-BEA-107', quantity: 1 }], until: 'cancelled' },
      said('माफ़ कीजिए, घर में एक जोड़ी मिल गई। ऑर्डर रद्द कर दिया।'),
      answered('कोई बात नहीं, रवि जी। कभी भी आइए।'),
    ],
  },
];
