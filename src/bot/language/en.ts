import type { Vocabulary } from './vocabulary.ts';

export const en: Vocabulary = {
  phrases: {
    greet:
      'hi, hello, hey, hiya, helo, hii, hiii, heya, hi there, hello there, hey there, good morning, good afternoon, good evening, good day, start, greetings',
    catalog:
      'catalog, catalogue, menu, products, shop, store, price list, prices, items, what do you sell, what do you have, what have you got, what is there, whats there, what can i buy, full menu, the list, product list, browse',
    cart: 'cart, my basket, my bag, my trolley, total, my total, whats in my cart, what is in my cart, what do i have in my cart, in my cart, cart total, how much is it, how much is my cart, how much do i owe, view cart',
    checkout:
      'checkout, check out, order, place order, place the order, place my order, order now, order it, order this, order everything, thats all, that is all, done, finish, complete order, complete my order, confirm, confirm order, confirm my order, buy now, buy it, proceed, proceed to checkout, go to checkout, ready to order',
    pay: 'pay, pay now, payment, i want to pay, pay for it, pay for my order, pay my order, pay the order, make payment, checkout and pay, order and pay, pya, paynow, lets pay, pay it, ill pay',
    payByCard:
      'card, by card, with card, pay by card, pay with card, pay with my card, pay card, credit card, debit card, pay by credit card, pay with credit card, pay by debit card, card payment, use my card, charge my card',
    payFromBalance:
      'wallet, from wallet, by wallet, with wallet, pay from wallet, pay from my wallet, pay with wallet, pay by wallet, pay with my wallet, wallet payment, balance, pay from balance, pay from my balance, pay with balance, use my wallet, use my balance',
    payInCash:
      'cash, by cash, in cash, pay cash, pay in cash, pay by cash, pay with cash, cash on delivery, pay cash on delivery, pay on delivery, cod, pay cod, cash payment, on delivery',
    cancel:
      'cancel, cancel order, cancel my order, cancel the order, cancel it, cancel this order, cancle, cancle order, cancel that, i want to cancel, i want to cancel my order, call it off, cancel payment',
    status:
      'status, order status, status of my order, my order, my orders, orders, where is my order, wheres my order, track, track order, track my order, tracking, delivery status, when will it arrive, when will my order arrive, has it shipped, is it paid, when does it come',
    help: 'help, help me, support, i need help, how does this work, how does it work, what can you do, how do i order, how to order, instructions, commands, problem, i have a problem, info',
    human:
      'human, agent, person, real person, operator, representative, staff, someone, manager, customer care, customer service, talk to a human, talk to human, speak to a human, talk to a person, talk to someone, speak to someone, talk to an agent, speak to an agent, talk to staff, human please, i want to talk to a human, i want a human, call me, connect me to a human',
    thanks:
      'thanks, thank you, thx, ty, thank u, thanks a lot, many thanks, thank you very much, thank you so much, thanks so much, cheers, bye, goodbye, bye bye, good night',
    yes: 'yes, yeah, yep, yup, sure, yes please, y, correct, right, that one, this one, exactly',
    fine: 'ok, okay, k, kk, fine, good, great, cool, alright, all right, got it, nice, perfect, no, nope, nothing, no thanks, no thank you, not now, lol, haha',
  },
  add: {
    before:
      'add, please add, can you add, could you add, i want, i wanna have, i want to buy, i want to order, i would like, i would like to order, i would like to buy, id like, id like to order, i need, we need, we want, i will have, ill have, ill take, i will take, give me, get me, send me, send, bring me, bring, put, buy, order, can i have, can i get, could i have, could i get, may i have, let me have, need, want, take, get, i am looking to buy',
    after: 'please add, add',
  },
  remove: {
    before:
      'remove, delete, take out, take away, take off, drop, get rid of, please remove, can you remove, i dont want, i do not want, dont want, no more, without, cancel the',
    after: 'remove',
  },
  find: {
    before:
      'do you have, do you have any, do you sell, have you got, have you got any, got any, is there, is there any, are there, are there any, price of, what is the price of, whats the price of, how much is, how much are, how much for, search, search for, find, look for, looking for, i am looking for, im looking for, any, show me, show',
    after: 'available, in stock, price',
  },
  place:
    'to my cart, to the cart, to cart, in my cart, in the cart, in cart, from my cart, from the cart, from cart, to my basket, to the basket, in my basket, from my basket, from the basket, to my order, from my order, to the order, from the order',
  small:
    'please, pls, plz, the, a, an, of, some, my, me, i, to, for, just, also, too, now, us, that, this, these, those, want, would, like, can, could, you, your, is, are, it, kindly, then, dear, sir, madam, bhai, only, more, another, each, by, with, in, on, from, want to, here',
  show: 'show, see, view, open, display, look at, check',
  and: 'and, plus, as well as, n',
  units:
    'kg, kgs, kilo, kilos, kilogram, kilograms, piece, pieces, pc, pcs, pack, packs, packet, packets, pkt, pkts, bag, bags, box, boxes, bottle, bottles, can, cans, jar, jars, litre, litres, liter, liters, ltr, ltrs, l, unit, units, nos, item, bunch, bunches, tin, tins, pound, pounds, lb, lbs, pair, pairs, carton, cartons, tray, trays, sack, sacks',
  numbers: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
  },
  doubtful: 'a, an',
  dozen: 'dozen, dozens',
  half: 'half, quarter',
  ordinals: 'first, second, third, fourth, fifth',
  code: 'code, otp, pin, is, the, my, its, it, here, password',
};
