import type { Vocabulary } from './vocabulary.ts';

export const it: Vocabulary = {
  phrases: {
    greet:
      'ciao, salve, buongiorno, buon giorno, buonasera, buona sera, buon pomeriggio, ciao a tutti, ehi, ehila, inizia, iniziare',
    catalog:
      'catalogo, menu, prodotti, negozio, listino, listino prezzi, prezzi, lista prodotti, elenco prodotti, cosa vendete, che cosa vendete, cosa avete, che avete, cosa ce, cosa vendi, cosa hai, cosa posso comprare, lista',
    cart: 'carrello, mio cestino, totale, conto, il conto, quanto e, quanto fa, quanto viene, quanto devo, quant e, cosa ce nel carrello, cosa ho nel carrello, cosa ce nel mio carrello, che cosa ho nel carrello',
    checkout:
      'cassa, alla cassa, vai alla cassa, ordina, ordinare, ordina ora, fai ordine, fare ordine, effettua ordine, compra, comprare, compra ora, acquista, acquista ora, acquistare, concludi, concludi ordine, concludere, completa ordine, completa l ordine, completa lordine, concludi lordine, fine, ho finito, finito, basta, basta cosi, e tutto, questo e tutto, nientaltro, conferma, confermo, conferma ordine, conferma lordine, confermo lordine, procedi',
    pay: 'paga, pagare, pago, pagamento, voglio pagare, vorrei pagare, paga ora, pagare ora, paga ordine, paga lordine, pagare lordine, pagare ordine, paghiamo, fai il pagamento, posso pagare',
    payByCard:
      'carta, con carta, con la carta, paga con carta, paga con la carta, pagare con carta, pagare con la carta, pago con carta, pago con la carta, pagamento con carta, carta di credito, carta di debito, con carta di credito, pagare con carta di credito, pago con carta di credito, paga con carta di credito, vorrei pagare con carta, bancomat, pago con la mia carta',
    payFromBalance:
      'saldo, con saldo, con il saldo, col saldo, portafoglio, dal portafoglio, con il portafoglio, col portafoglio, paga dal portafoglio, pagare dal portafoglio, pago dal portafoglio, paga con il saldo, pago con il saldo, pagare con il saldo, paga con il portafoglio, pago con il portafoglio, pagare con il portafoglio, pago col saldo, usa il saldo',
    payInCash:
      'contanti, in contanti, con contanti, paga in contanti, pagare in contanti, pago in contanti, pagamento in contanti, vorrei pagare in contanti, alla consegna, pago alla consegna, pagare alla consegna, paga alla consegna, pagamento alla consegna, contrassegno, in contrassegno',
    cancel:
      'annulla, annullare, annullo, annulla ordine, annulla lordine, annulla il mio ordine, annulla lordine, annullare lordine, annullare ordine, cancella ordine, cancella lordine, cancella il mio ordine, cancella, cancellare lordine, disdici, disdire, voglio annullare, voglio annullare lordine, vorrei annullare lordine',
    status:
      'stato, ordine, mio ordine, il mio ordine, i miei ordini, ordini, stato ordine, stato dellordine, stato del mio ordine, dove il mio ordine, dove e il mio ordine, dovè il mio ordine, quando arriva, quando arriva lordine, quando arriva il mio ordine, traccia ordine, traccia lordine, traccia il mio ordine, a che punto e il mio ordine, a che punto e lordine, tracking ordine',
    help: 'aiuto, aiutami, aiutatemi, mi serve aiuto, ho bisogno di aiuto, ho bisogno daiuto, assistenza, supporto, come funziona, come si ordina, come ordino, come faccio, cosa sai fare, istruzioni, comandi, ho un problema, problema',
    human:
      'umano, operatore, operatrice, persona, agente, commesso, responsabile, qualcuno, una persona, un umano, un operatore, parlare con una persona, parlare con un operatore, parlare con qualcuno, parlare con un umano, voglio parlare con una persona, voglio parlare con un operatore, voglio parlare con qualcuno, vorrei parlare con una persona, vorrei parlare con un operatore, vorrei parlare con qualcuno, persona reale, servizio clienti, chiamatemi',
    thanks:
      'grazie, grazie mille, mille grazie, tante grazie, molte grazie, ti ringrazio, vi ringrazio, grazie tante, arrivederci, a presto, ci vediamo, buonanotte',
    yes: 'si, si grazie, si per favore, certo, quello, quella, esatto, giusto, proprio quello, corretto, va bene quello',
    fine: 'ok, okay, va bene, vabbene, bene, benissimo, perfetto, daccordo, capito, ottimo, no, niente, no grazie, non ora, ahah, nulla',
  },
  add: {
    before:
      'aggiungi, aggiungere, aggiungimi, aggiunga, voglio, vorrei, vorrei comprare, vorrei ordinare, voglio comprare, voglio ordinare, dammi, mi dai, mi da, mi dia, metti, mettimi, mettere, metta, mandami, manda, mandatemi, inviami, mi serve, mi servono, ho bisogno di, compra, comprare, ordina, ordinare, prendo, prendi, prendere, portami, mi porti, posso avere, inserisci, acquista, acquistare',
    after: 'per favore aggiungi',
  },
  remove: {
    before:
      'togli, togliere, toglimi, tolga, rimuovi, rimuovere, rimuova, elimina, eliminare, elimini, leva, levare, cancella, non voglio, non voglio piu, senza',
    after: 'non lo voglio piu',
  },
  find: {
    before:
      'avete, hai, ha, ce, ci sono, vendete, vendi, prezzo di, prezzo del, prezzo della, qual e il prezzo di, qual e il prezzo del, quanto costa, quanto costano, quanto viene, quanto vengono, cerca, cercare, cerco, sto cercando, mostrami, mostra, fammi vedere, vedere',
    after: 'disponibile, prezzo',
  },
  place:
    'al carrello, nel carrello, nel mio carrello, al mio carrello, dal carrello, dal mio carrello, nel cestino, dal cestino, allordine, al mio ordine, dallordine, dal mio ordine',
  small:
    'per favore, perfavore, per piacere, cortesemente, il, lo, la, i, gli, le, un, uno, una, di, del, della, dello, dei, degli, delle, mio, mia, miei, mi, me, a, al, alla, in, con, per, da, voglio, vorrei, puoi, posso, potrei, potresti, adesso, ora, anche, solo, altro, altra, questo, questa, poi, piu, favore, e, ne, si, tuo, suo, po',
  show: 'vedi, vedere, mostra, mostrami, mostrare, fammi vedere, apri, aprire, guarda, guardare, visualizza, dimmi',
  and: 'e, ed, piu, anche',
  units:
    'kg, kgs, chilo, chili, kilo, chilogrammo, chilogrammi, pezzo, pezzi, pz, pacco, pacchi, pacchetto, pacchetti, confezione, confezioni, busta, buste, sacchetto, sacchetti, scatola, scatole, bottiglia, bottiglie, lattina, lattine, litro, litri, lt, barattolo, barattoli, mazzo, mazzi, vasetto, vasetti, paio, paia, unita',
  numbers: {
    un: 1,
    uno: 1,
    una: 1,
    due: 2,
    tre: 3,
    quattro: 4,
    cinque: 5,
    sei: 6,
    sette: 7,
    otto: 8,
    nove: 9,
    dieci: 10,
    undici: 11,
    dodici: 12,
    tredici: 13,
    quattordici: 14,
    quindici: 15,
    sedici: 16,
    diciassette: 17,
    diciotto: 18,
    diciannove: 19,
    venti: 20,
  },
  doubtful: '',
  dozen: 'dozzina, dozzine',
  half: 'mezzo, mezza, mezzi, quarto',
  ordinals: 'primo, secondo, terzo, quarto, quinto',
  code: 'codice, otp, pin, e, il, mio, questo',
};
