import type { Vocabulary } from './vocabulary.ts';

/** Hindi, in its own letters and in Latin ones, in which most chats are written, half mixed with English. */
export const hi: Vocabulary = {
  phrases: {
    greet:
      'namaste, namaskar, namaskaar, namastey, namste, ram ram, salaam, pranam, kaise ho, kaise hain, suprabhat, jai hind, नमस्ते, नमस्कार, नमश्कार, प्रणाम, राम राम, सुप्रभात, हैलो, हेलो, हाय, हलो, कैसे हो, कैसे हैं',
    catalog:
      'menu dikhao, catalog dikhao, catalogue dikhao, saman dikhao, samaan dikhao, kya kya hai, kya hai, kya milega, kya milta hai, kya kya milta hai, kya bechte ho, kya kya milega, list dikhao, list bhejo, menu bhejo, rate list, dukan, dukaan, मेनू, मेन्यू, कैटलॉग, कैटलाग, सूची, सामान, दुकान, लिस्ट, रेट लिस्ट, क्या है, क्या क्या है, क्या मिलेगा, क्या मिलता है, क्या क्या मिलता है, क्या क्या मिलेगा, क्या बेचते हो, क्या बेचते हैं, सामान दिखाओ, मेनू भेजो',
    cart: 'cart dikhao, cart me kya hai, cart mein kya hai, mera cart, meri tokri, tokri, kitna hua, total kitna hua, kul kitna hua, kitne hue, hisab, hisaab, kitna paisa hua, कार्ट, टोकरी, मेरा कार्ट, मेरी टोकरी, कार्ट में क्या है, टोकरी में क्या है, कितना हुआ, कुल कितना हुआ, टोटल, टोटल कितना हुआ, कुल, हिसाब, कितने हुए',
    checkout:
      'order karo, order kar do, order kardo, order karna hai, order de do, order dena hai, order pakka karo, order confirm karo, order pakka, bas itna hi, bas itna, itna hi, ho gaya, bas, kharidna hai, चेकआउट, चेक आउट, ऑर्डर, आर्डर, ऑर्डर करो, ऑर्डर करें, ऑर्डर कर दो, ऑर्डर करना है, ऑर्डर दे दो, ऑर्डर पक्का करो, आर्डर करो, आर्डर करें, बस इतना ही, बस इतना, इतना ही, हो गया, बस, खरीदना है',
    pay: 'pay karo, pay karna hai, pay kar do, payment karo, payment karna hai, payment kar do, paise dena hai, paise dene hain, paisa dena hai, bhugtan, bhugtaan, bhugtan karo, bhugtan karna hai, paise do, पे, पे करो, पे करें, पे करना है, पेमेंट, पेमेंट करो, पेमेंट करें, पेमेंट करना है, भुगतान, भुगतान करो, भुगतान करें, भुगतान करना है, पैसे देने हैं, पैसे देना है',
    payByCard:
      'card se, card se pay, card se pay karo, card se karo, card se payment, card se payment karo, card se bhugtan, card se dunga, card se dungi, कार्ड, कार्ड से, कार्ड से पे करो, कार्ड से पे करें, कार्ड से भुगतान, कार्ड से भुगतान करो, कार्ड से भुगतान करें, कार्ड से पेमेंट, कार्ड से करो',
    payFromBalance:
      'wallet se, wallet se pay, wallet se pay karo, wallet se karo, wallet se payment, wallet se bhugtan, balance se, balance se pay karo, batua, batue se, वॉलेट, वालेट, वॉलेट से, वालेट से, वॉलेट से पे करो, वॉलेट से भुगतान, वॉलेट से भुगतान करो, वॉलेट से भुगतान करें, वॉलेट से पेमेंट, बैलेंस, बैलेंस से, बटुए से',
    payInCash:
      'cash dunga, cash dungi, cash me, cash mein, cash denge, nakad, nagad, nakad dunga, nakad dungi, nakad denge, delivery pe cash, delivery par cash, cash se, नकद, नकद दूंगा, नकद दूंगी, नकद देंगे, कैश, कैश में, कैश से, कैश दूंगा, कैश दूंगी, कैश ऑन डिलीवरी, डिलीवरी पर कैश, डिलीवरी पर नकद, नकद भुगतान',
    cancel:
      'cancel karo, cancel kar do, cancel kardo, cancel karna hai, order cancel karo, order cancel kar do, order cancel kardo, order cancel karna hai, mera order cancel karo, radd karo, radd kar do, order radd karo, रद्द, रद्द करो, रद्द करें, रद्द कर दो, ऑर्डर रद्द करो, ऑर्डर रद्द करें, ऑर्डर रद्द कर दो, मेरा ऑर्डर रद्द करो, कैंसल, कैंसिल, कैंसल करो, कैंसिल करो, कैंसल करें, कैंसिल करें, ऑर्डर कैंसल करो, ऑर्डर कैंसिल करो, ऑर्डर कैंसिल करें',
    status:
      'order kahan hai, mera order kahan hai, order kaha hai, mera order kaha hai, mera order, kab aayega, kab ayega, order kab aayega, order kab ayega, mera order kab aayega, kab tak aayega, kahan tak pahuncha, order ka status, स्टेटस, स्थिति, मेरा ऑर्डर, मेरा आर्डर, ऑर्डर कहां है, ऑर्डर कहाँ है, मेरा ऑर्डर कहां है, मेरा आर्डर कहां है, कब आएगा, कब आयेगा, ऑर्डर कब आएगा, मेरा ऑर्डर कब आएगा, ऑर्डर की स्थिति, ऑर्डर स्टेटस',
    help: 'madad, madad karo, madad chahiye, mujhe madad chahiye, meri madad karo, sahayata, kaise order kare, kaise order karu, kaise karu, help karo, help chahiye, dikkat hai, मदद, मदद करो, मदद करें, मदद चाहिए, मुझे मदद चाहिए, मेरी मदद करो, सहायता, सहायता चाहिए, हेल्प, कैसे ऑर्डर करें, कैसे करें, दिक्कत है',
    human:
      'insaan, insan, insaan se baat, insaan se baat karo, insaan se baat karni hai, insan se baat karni hai, kisi se baat karni hai, kisi se baat karao, kisi insaan se baat karni hai, aadmi se baat karni hai, dukandar, dukandar se baat karni hai, call karo, phone karo, इंसान, इंसान से बात, इंसान से बात करनी है, इंसान से बात कराओ, किसी से बात करनी है, किसी इंसान से बात करनी है, किसी से बात कराओ, दुकानदार, दुकानदार से बात करनी है, कॉल करो, एजेंट',
    thanks:
      'dhanyavad, dhanyavaad, dhanyawad, dhanyawaad, shukriya, sukriya, bahut dhanyavad, bahut shukriya, alvida, धन्यवाद, शुक्रिया, बहुत धन्यवाद, बहुत बहुत धन्यवाद, बहुत शुक्रिया, थैंक्स, थैंक यू, अलविदा',
    yes: 'haan, haa, ji, ji haan, haan ji, haanji, sahi, wahi, yahi, bilkul, हां, जी, जी हां, हां जी, सही, वही, यही, बिल्कुल',
    fine: 'theek hai, thik hai, theek, thik, accha, acha, achha, nahi, nahin, nai, sahi hai, badhiya, ठीक है, ठीक, अच्छा, नहीं, सही है, बढ़िया, ओके, जी नहीं',
  },
  add: {
    before:
      'mujhe, mujhko, hame, hume, hamein, humko, add karo, add kar do, add kardo, jodo, daalo, dalo, bhejo, bhej do, dena, de do, chahiye, मुझे, मुझको, हमें, हमको, जोड़ो, जोड़ें, जोड़िए, डालो, डालें, डाल दो, भेजो, भेजें, भेज दो, ऐड करो, एड करो',
    after:
      'chahiye, chahie, chaiye, chahiyen, chahiye tha, bhejo, bhej do, bhejna, bhej dena, bhejiye, dena, de do, dedo, de dena, dijiye, do, lena hai, leni hai, lene hain, add karo, add kar do, add kardo, add kare, jodo, jod do, daalo, dalo, daal do, dal do, daal dena, rakho, rakh do, lao, le aao, order karo, order kar do, order karna hai, kharidna hai, mangta hai, चाहिए, चाहिये, चाहिएं, भेजो, भेजें, भेज दो, भेजना, भेज देना, भेजिए, देना, दे दो, दे देना, दीजिए, दो, लेना है, लेनी है, लेने हैं, जोड़ो, जोड़ें, जोड़ दो, जोड़िए, डालो, डालें, डाल दो, डाल देना, रखो, रख दो, लाओ, ले आओ, ऐड करो, एड करो, ऐड करें, ऑर्डर करो, ऑर्डर करना है, खरीदना है',
  },
  remove: {
    before: 'hatao, hata do, nikalo, nikal do, हटाओ, हटाएं, हटा दो, निकालो, निकाल दो, निकालें',
    after:
      'hatao, hata do, hatado, hata dena, hataiye, nikalo, nikaalo, nikal do, nikaal do, nikal dena, remove karo, remove kar do, remove kardo, delete karo, delete kar do, nahi chahiye, nahin chahiye, mat bhejo, mat bhejna, mat dalo, mat dena, kam karo, हटाओ, हटाएं, हटाएँ, हटाइए, हटा दो, हटा देना, निकालो, निकाल दो, निकालें, निकाल देना, रिमूव करो, डिलीट करो, नहीं चाहिए, मत भेजो, मत भेजना, मत डालो, मत देना',
  },
  find: {
    before: 'kya aapke paas, aapke paas, kya tumhare paas, kya, क्या आपके पास, आपके पास, क्या',
    after:
      'hai kya, hai kya aapke paas, milega, milega kya, milegi, milegi kya, milta hai, milta hai kya, hai, hain, kitne ka hai, kitne ki hai, kitne ka, kitne ki, kitne me hai, ka rate, ka rate kya hai, ka daam, ki kimat, ka bhav, ka price, dikhao, dikhaiye, dikha do, है क्या, मिलेगा, मिलेगा क्या, मिलेगी, मिलेगी क्या, मिलता है, मिलता है क्या, है, हैं, कितने का है, कितने की है, कितने का, कितने की, का रेट, का रेट क्या है, का दाम, की कीमत, का भाव, दिखाओ, दिखाइए, दिखा दो, दिखाएं',
  },
  place:
    'cart me, cart mein, cart se, tokri me, tokri mein, tokri se, cart me se, कार्ट में, कार्ट से, टोकरी में, टोकरी से, कार्ट में से',
  small:
    'ka, ki, ke, ko, me, mein, se, hai, hain, ji, bhai, bhaiya, bhaiyya, didi, zara, jara, kripya, kripaya, mera, meri, mere, mujhe, mujhko, hame, hume, yeh, ye, wo, woh, aur bhi, bhi, thoda, wala, wali, karo, kar, karna, kardo, krdo, kro, का, की, के, को, में, से, है, हैं, जी, भाई, भैया, दीदी, ज़रा, कृपया, मेरा, मेरी, मेरे, मुझे, हमें, यह, ये, वह, वो, भी, थोड़ा, वाला, वाली, करो, करें, कर, प्लीज़, प्लीज',
  show: 'dikhao, dikhaiye, dikhaye, dikha do, dikhana, dekhna hai, dekhni hai, dekhu, batao, bataiye, bata do, kholo, दिखाओ, दिखाइए, दिखाएं, दिखाएँ, दिखा दो, दिखाना, देखना है, देखनी है, बताओ, बताइए, बता दो, खोलो',
  and: 'aur, tatha, evam, और, तथा, एवं, व',
  units:
    'kilo, kg, kilogram, packet, paket, pakit, peti, dabba, dabbe, bori, botal, bottle, litre, liter, nag, piece, pis, thaili, gaddi, guchha, किलो, किलोग्राम, किग्रा, पैकेट, पैकिट, पेटी, डब्बा, डब्बे, डिब्बा, डिब्बे, बोरी, बोतल, लीटर, नग, पीस, थैली, गड्डी, गुच्छा',
  numbers: {
    ek: 1,
    do: 2,
    teen: 3,
    tin: 3,
    char: 4,
    chaar: 4,
    paanch: 5,
    panch: 5,
    chhe: 6,
    che: 6,
    chah: 6,
    saat: 7,
    sat: 7,
    aath: 8,
    aat: 8,
    nau: 9,
    das: 10,
    dus: 10,
    gyarah: 11,
    gyara: 11,
    barah: 12,
    bara: 12,
    terah: 13,
    tera: 13,
    chaudah: 14,
    pandrah: 15,
    pandra: 15,
    solah: 16,
    satrah: 17,
    atharah: 18,
    unnis: 19,
    bees: 20,
    बीस: 20,
    एक: 1,
    दो: 2,
    तीन: 3,
    चार: 4,
    पांच: 5,
    पाँच: 5,
    छह: 6,
    छः: 6,
    छे: 6,
    छ: 6,
    सात: 7,
    आठ: 8,
    नौ: 9,
    दस: 10,
    ग्यारह: 11,
    बारह: 12,
    तेरह: 13,
    चौदह: 14,
    पंद्रह: 15,
    पन्द्रह: 15,
    सोलह: 16,
    सत्रह: 17,
    अठारह: 18,
    उन्नीस: 19,
  },
  doubtful: 'teen, tin, char, che, sat, aat, das, dus, bara, tera, bees, saat',
  dozen: 'darjan, darzan, dozen, दर्जन',
  half: 'aadha, adha, aadhi, adhi, paav, pav, dedh, dhai, sava, paune, आधा, आधी, पाव, डेढ़, ढाई, सवा, पौने',
  ordinals: 'pehla, dusra, teesra, chautha, panchva',
  code: 'code, otp, hai, mera, ye, yeh, कोड, ओटीपी, है, यह, मेरा',
};
