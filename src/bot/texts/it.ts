import type { Texts } from './texts.ts';

export const it: Texts = {
  greeting:
    'Ciao, ti diamo il benvenuto da {shop}! Ecco il nostro catalogo. Dimmi che cosa vuoi, per esempio “2 riso”.',
  away: '{shop} è chiuso in questo momento. Puoi comunque ordinare con me; una persona ti risponderà alla riapertura.',
  awayOpens:
    '{shop} è chiuso fino a: {opens}. Puoi comunque ordinare con me; una persona ti risponderà dopo.',
  catalog: 'Ecco il nostro catalogo. Scrivi che cosa vuoi e quanto, per esempio “2 riso”.',
  added:
    'Ho aggiunto {items}. Il carrello è a {total}. Scrivi “ordina” per ordinare, o continua ad aggiungere.',
  notTried: 'Non ho aggiunto {items}: chiedimelo di nuovo, per favore.',
  nearMiss: 'Non ho trovato “{words}”. Intendevi {name}? Scrivi “sì” e lo aggiungo.',
  nearMisses: 'Non ho trovato proprio “{words}”. Intendevi uno di questi? Rispondi con il suo numero.',
  notFound: 'A quanto pare non abbiamo “{words}”. Scrivi “catalogo” per vedere tutto.',
  found: 'Ecco che cosa abbiamo. Rispondi con un numero per aggiungerne uno.',
  foundOne: 'Sì, abbiamo {name}. Scrivi “sì” per aggiungerlo al carrello.',
  chooseOne: 'Quale? Rispondi con il suo numero.',
  quantityRange: 'Quanto vuoi di “{words}”? Posso prendere un numero intero da 1 a 999.',
  notEnough: '{name}: non ne abbiamo così tanto. Disponibilità: {available}.',
  soldOut: '{name} al momento è esaurito. Mi dispiace!',
  cartShort:
    'Di qualcosa nel tuo carrello non ne resta abbastanza. Scrivi “carrello” per vederlo e cambiarlo.',
  productGone: '{name} non è più in vendita. Mi dispiace!',
  cartGone: 'Qualcosa nel tuo carrello non è più in vendita. Scrivi “carrello” per vederlo e toglierlo.',
  removed: 'Ho tolto {name}. Il carrello è a {total}.',
  removedLast: 'Ho tolto {name}. Ora il carrello è vuoto.',
  nothingToRemove: 'Nel tuo carrello non c’è “{words}”. Scrivi “carrello” per vedere che cosa contiene.',
  cart: 'Il tuo carrello:\n{lines}\nTotale: {total}. Scrivi “ordina” per ordinare, o “paga” per ordinare e pagare subito.',
  cartMore: '… e altri {count}',
  cartEmpty: 'Il tuo carrello è vuoto. Scrivi “catalogo” per vedere che cosa abbiamo.',
  ordered:
    'Grazie! L’ordine #{order} è fatto: {total}. Scrivi “paga”, o dimmi come: “paga con carta”, “paga con il saldo”.',
  paid: 'Pagato: {total} per l’ordine #{order}. Grazie! Scrivi “stato” per sapere a che punto è.',
  payCash: 'Ordine #{order}: paghi {total} in contanti alla consegna.',
  payUnderWay:
    'Il pagamento è ancora in corso. Non ti addebiterò nulla due volte; scrivi “stato” tra un momento.',
  payNothing: 'Non c’è niente da pagare. Scrivi “catalogo” per scegliere prima qualcosa.',
  codeNeeded: 'La tua banca vuole sapere se sei proprio tu. Mandami il codice di sei cifre che hai ricevuto.',
  confirmAtBank: 'La tua banca vuole sapere se sei proprio tu. Conferma il pagamento qui: {url}',
  codeWrong: 'Questo codice non è giusto. Mandami quello giusto, per favore.',
  declined:
    'Il pagamento dell’ordine #{order} è stato rifiutato e non è stato addebitato nulla. Scrivi “paga” per riprovare, o paga in un altro modo: “paga con carta”, “paga con il saldo”.',
  noCard: 'Non c’è ancora una carta per questo. Aggiungine una nell’app, o scrivi “paga con il saldo”.',
  noBalance: 'Il tuo saldo non basta. Ricaricalo, o scrivi “paga con carta”.',
  cardExpired: 'La tua carta è scaduta. Scegline un’altra nell’app, o scrivi “paga con il saldo”.',
  holdExpired:
    'Quell’ordine non è stato pagato in tempo e i prodotti sono tornati sullo scaffale. Puoi ordinare di nuovo quando vuoi.',
  alreadyPaid: 'L’ordine #{order} è già pagato. Non c’è altro da fare!',
  unavailable: 'Qui al momento non è disponibile. Il tuo carrello resta com’è.',
  unavailableBecause: 'Qui al momento non è disponibile: {reason} Il tuo carrello resta com’è.',
  refused: 'Ora non ha funzionato. Riprova, o scrivi “operatore” per parlare con qualcuno.',
  tooMany: 'Troppi tentativi. Aspetta un po’ prima di riprovare.',
  cancelled: 'L’ordine #{order} è annullato. Non è stato addebitato nulla.',
  cancelNothing:
    'Non c’è nessun ordine da annullare. Per togliere qualcosa dal carrello scrivi “togli” e il nome.',
  cancelTooLate:
    'Non posso più annullare io l’ordine #{order}. Scrivi “operatore” e qualcuno se ne occuperà.',
  statusUnpaid:
    'L’ordine #{order} da {total} aspetta il pagamento. Scrivi “paga”, o “annulla” se hai cambiato idea.',
  statusPaid: 'L’ordine #{order} è pagato; il negozio lo confermerà presto.',
  statusConfirmed: 'L’ordine #{order} è confermato e in preparazione.',
  statusCash: 'L’ordine #{order} è in preparazione. Paghi {total} in contanti alla consegna.',
  statusPartly: 'Una parte dell’ordine #{order} è in viaggio; il resto arriva dopo.',
  statusShipped: 'L’ordine #{order} è in viaggio.',
  statusDelivered: 'L’ordine #{order} è arrivato. Grazie ancora!',
  statusReturned: 'L’ordine #{order} è stato reso.',
  statusRefunded: 'L’ordine #{order} è stato rimborsato.',
  statusNone: 'Non hai ordini aperti. Scrivi “catalogo” per cominciarne uno.',
  help: 'Posso prendere il tuo ordine:\n“catalogo” mostra che cosa abbiamo\n“2 riso” aggiunge, “togli riso” toglie\n“carrello” mostra il carrello\n“ordina” ordina, “paga” paga\n“stato” dice a che punto è l’ordine\n“operatore” chiama una persona',
  helpTicket: 'Ho anche avvisato il negozio che ti serve aiuto: ticket {ticket}.',
  human: 'Ho avvisato {shop}. Qualcuno ti risponderà qui presto.',
  humanClosed: 'Ho avvisato {shop}. Ora è chiuso; ti risponderanno alla riapertura.',
  humanOpens: 'Ho avvisato {shop}. È chiuso fino a: {opens}. Ti risponderanno allora.',
  handedOver: 'Scusa, non ti capisco.',
  thanks: 'Prego! Scrivimi quando vuoi.',
  notUnderstood:
    'Scusa, non ho capito. Prova con “2 riso”, “catalogo”, “carrello” o “paga”; con “operatore” chiamo una persona.',
};
