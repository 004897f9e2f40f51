import type { Vocabulary } from './vocabulary.ts';

export const es: Vocabulary = {
  phrases: {
    greet:
      'hola, holaa, holi, ola, buenas, buenos dias, buen dia, buenas tardes, buenas noches, que tal, hola que tal, saludos, empezar',
    catalog:
      'catalogo, menu, productos, tienda, carta, lista de precios, precios, la carta, que venden, que vendes, que tienen, que tienes, que hay, que productos tienen, que productos hay, lista de productos, lista',
    cart: 'carrito, mi cesta, mi canasta, mi pedido hasta ahora, cuenta, la cuenta, total, cuanto es, cuanto debo, cuanto llevo, cuanto va, que llevo, que hay en mi carrito, que tengo en el carrito, que tengo en mi carrito',
    checkout:
      'ordenar, hacer pedido, hacer el pedido, hacer mi pedido, pedir, pedir ya, comprar, comprar ya, comprar ahora, finalizar, finalizar compra, finalizar pedido, terminar, terminar compra, terminar pedido, eso es todo, es todo, seria todo, nada mas, ya esta, confirmar, confirmar pedido, confirmo, confirmo el pedido, cerrar pedido, tramitar pedido, realizar pedido, listo',
    pay: 'pagar, pago, quiero pagar, pagar ahora, pagar ya, pagar pedido, pagar el pedido, pagar mi pedido, paga, pagalo, voy a pagar, para pagar, realizar pago, hacer el pago',
    payByCard:
      'tarjeta, con tarjeta, con la tarjeta, pagar con tarjeta, pago con tarjeta, pagar con mi tarjeta, pagar con la tarjeta, pagar tarjeta, tarjeta de credito, tarjeta de debito, pagar con tarjeta de credito, pagar con tarjeta de debito, quiero pagar con tarjeta',
    payFromBalance:
      'saldo, con saldo, con mi saldo, billetera, cartera, monedero, con la billetera, con mi billetera, pagar con saldo, pagar con mi saldo, pago con saldo, pagar con billetera, pagar con la billetera, pagar con mi billetera, pagar con la cartera, pagar con mi cartera, pagar con el monedero, pagar desde la billetera',
    payInCash:
      'efectivo, en efectivo, con efectivo, pagar en efectivo, pago en efectivo, pagar con efectivo, pagar efectivo, contra entrega, pago contra entrega, pagar contra entrega, pagar al recibir, pago al recibir, al recibir, quiero pagar en efectivo',
    cancel:
      'cancelar, cancela, cancelalo, cancelar pedido, cancelar el pedido, cancelar mi pedido, cancela el pedido, cancela mi pedido, anular, anula, anular pedido, anular el pedido, anula el pedido, anular mi pedido, quiero cancelar, quiero cancelar mi pedido, quiero cancelar el pedido, cancelar orden, cancelar la orden, cancelar mi orden',
    status:
      'estado, estatus, pedido, mi pedido, mis pedidos, pedidos, mi orden, estado del pedido, estado de mi pedido, estado de mi orden, donde esta mi pedido, donde esta mi orden, donde va mi pedido, cuando llega, cuando llega mi pedido, seguimiento, rastrear, rastrear pedido, rastrear mi pedido, como va mi pedido',
    help: 'ayuda, ayudame, necesito ayuda, soporte, como funciona, como pido, como compro, que puedes hacer, instrucciones, comandos, tengo un problema, problema, auxilio',
    human:
      'humano, agente, persona, asesor, asesora, operador, operadora, alguien, encargado, una persona, un humano, hablar con una persona, hablar con un humano, hablar con alguien, hablar con un agente, hablar con un asesor, quiero hablar con una persona, quiero hablar con alguien, quiero hablar con un humano, quiero hablar con un asesor, atencion al cliente, servicio al cliente, persona real, llamame',
    thanks:
      'gracias, muchas gracias, mil gracias, muchisimas gracias, graciass, te lo agradezco, adios, chao, hasta luego, nos vemos, hasta pronto',
    yes: 'si, si por favor, claro, ese, esa, eso, correcto, exacto, asi es, sip, claro que si',
    fine: 'vale, ok, okey, bien, muy bien, de acuerdo, perfecto, genial, entendido, no, nada, no gracias, ahora no, jaja, esta bien, bueno',
  },
  add: {
    before:
      'agrega, agregar, agregame, agregue, anade, anadir, anademe, anada, quiero, quisiera, querria, quiero comprar, quiero pedir, quiero ordenar, me gustaria, dame, deme, me das, me da, me pones, me pone, ponme, pon, poner, mandame, manda, envia, enviame, necesito, compra, comprar, pide, pedir, ordenar, me llevo, llevo, traeme, sumale, suma, incluye, me mandas, me puedes mandar, me traes, echa, mete',
    after: 'por favor agrega, al carrito por favor',
  },
  remove: {
    before:
      'quita, quitar, quitame, quite, elimina, eliminar, elimine, borra, borrar, saca, sacar, sacame, retira, retirar, ya no quiero, no quiero, sin',
    after: 'ya no',
  },
  find: {
    before:
      'tienes, tienen, tiene, tendras, tendran, tiene usted, hay, venden, vendes, manejan, precio de, precio del, cual es el precio de, cuanto cuesta, cuanto cuestan, cuanto vale, cuanto valen, a cuanto, a como, buscar, busca, busco, estoy buscando, muestrame, mostrar, ver',
    after: 'disponible, precio',
  },
  place:
    'al carrito, a mi carrito, en el carrito, en mi carrito, del carrito, de mi carrito, a la cesta, de la cesta, a la canasta, de la canasta, a mi pedido, al pedido, de mi pedido, del pedido',
  small:
    'por favor, porfavor, porfa, pf, el, la, los, las, un, una, unos, unas, de, del, mi, mis, me, a, al, en, con, para, quiero, quisiera, puedes, puede, podrias, puedo, favor, ahora, ya, tambien, solo, mas, otro, otra, este, esta, oye, amigo, entonces, lo, le, se, es, algo de, tu, su, pues',
  show: 'ver, muestra, muestrame, mostrar, mostrarme, ensena, ensename, abre, abrir, mira, dime, veo',
  and: 'y, e, mas, ademas, tambien',
  units:
    'kg, kgs, kilo, kilos, kilogramo, kilogramos, pieza, piezas, pza, pzas, unidad, unidades, paquete, paquetes, bolsa, bolsas, caja, cajas, botella, botellas, lata, latas, litro, litros, lt, lts, frasco, frascos, manojo, manojos, libra, libras, par, pares, bote, botes',
  numbers: {
    un: 1,
    una: 1,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciseis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
    veinte: 20,
  },
  doubtful: 'once',
  dozen: 'docena, docenas',
  half: 'medio, media, cuarto',
  ordinals: 'primero, segundo, tercero, cuarto, quinto',
  code: 'codigo, clave, otp, pin, es, el, mi, este',
};
