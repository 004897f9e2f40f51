import type { Vocabulary } from './vocabulary.ts';

export const pt: Vocabulary = {
  phrases: {
    greet:
      'oi, oii, oie, ola, opa, bom dia, boa tarde, boa noite, e ai, eai, tudo bem, oi tudo bem, ola tudo bem, saudacoes, comecar',
    catalog:
      'catalogo, menu, cardapio, produtos, loja, lista de precos, precos, tabela de precos, o que voces vendem, o que voces tem, o que tem, o que vende, o que voce vende, quais produtos, quais os produtos, lista de produtos, lista',
    cart: 'carrinho, minha cesta, minha sacola, conta, a conta, total, quanto deu, quanto e, quanto da, quanto fica, quanto ficou, quanto devo, o que tem no carrinho, o que tem no meu carrinho, o que eu tenho no carrinho, o que ja pedi',
    checkout:
      'fechar, fechar pedido, fechar o pedido, fechar compra, fechar a compra, finalizar, finalizar pedido, finalizar o pedido, finalizar compra, finalizar a compra, fazer pedido, fazer o pedido, pedir, comprar, comprar agora, encomendar, concluir, concluir pedido, concluir compra, so isso, e so isso, e isso, isso e tudo, e tudo, mais nada, pronto, confirmar, confirmar pedido, confirmo, confirma, terminar',
    pay: 'pagar, pagamento, quero pagar, pagar agora, pagar pedido, pagar o pedido, pagar meu pedido, pague, vou pagar, fazer pagamento, fazer o pagamento, paga',
    payByCard:
      'cartao, no cartao, com cartao, com o cartao, pagar com cartao, pagar no cartao, pagar com o cartao, pagar com meu cartao, pagamento com cartao, cartao de credito, cartao de debito, pagar com cartao de credito, pagar com cartao de debito, quero pagar com cartao, quero pagar no cartao, passa no cartao',
    payFromBalance:
      'saldo, com saldo, com o saldo, com meu saldo, carteira, da carteira, com a carteira, pagar com saldo, pagar com o saldo, pagar com meu saldo, pagar com a carteira, pagar com carteira, pagar com minha carteira, pagar da carteira, pagar pela carteira, pagamento com saldo, usar saldo, usar meu saldo',
    payInCash:
      'dinheiro, em dinheiro, com dinheiro, no dinheiro, pagar em dinheiro, pagar com dinheiro, pagamento em dinheiro, quero pagar em dinheiro, na entrega, pagar na entrega, pagamento na entrega, dinheiro na entrega',
    cancel:
      'cancelar, cancela, cancele, cancelar pedido, cancelar o pedido, cancelar meu pedido, cancela o pedido, cancela meu pedido, cancele o pedido, cancele meu pedido, anular pedido, anular o pedido, quero cancelar, quero cancelar meu pedido, quero cancelar o pedido, desistir, desisto',
    status:
      'status, estado, situacao, pedido, meu pedido, meus pedidos, pedidos, status do pedido, status do meu pedido, situacao do pedido, cade meu pedido, cade o meu pedido, onde esta meu pedido, onde esta o meu pedido, quando chega, quando chega meu pedido, rastrear, rastrear pedido, rastrear meu pedido, rastreio, acompanhar pedido, como esta meu pedido',
    help: 'ajuda, me ajuda, me ajude, ajude me, preciso de ajuda, suporte, socorro, como funciona, como faco, como compro, como peco, o que voce faz, instrucoes, comandos, tenho um problema, problema',
    human:
      'humano, atendente, pessoa, agente, operador, vendedor, alguem, gerente, uma pessoa, um humano, um atendente, falar com atendente, falar com um atendente, falar com uma pessoa, falar com um humano, falar com alguem, quero falar com alguem, quero falar com uma pessoa, quero falar com um humano, quero falar com um atendente, quero falar com atendente, atendimento humano, atendimento, pessoa real, me liga',
    thanks:
      'obrigado, obrigada, muito obrigado, muito obrigada, obrigadao, brigado, brigada, valeu, vlw, obg, agradecido, agradecida, tchau, ate logo, ate mais, grato, grata',
    yes: 'sim, sim por favor, claro, esse, essa, isso, isso mesmo, correto, exato, certo, pode ser',
    fine: 'ok, okay, beleza, blz, ta bom, tudo certo, perfeito, legal, entendi, entendido, nao, nada, nao obrigado, nao obrigada, agora nao, kkk, kkkk, bom, otimo',
  },
  add: {
    before:
      'adiciona, adicionar, adicione, adiciona ai, acrescenta, acrescentar, acrescente, quero, eu quero, queria, eu queria, quero comprar, quero pedir, gostaria de, gostaria, me da, me de, me ve, me manda, me mande, manda, mande, envia, envie, coloca, coloque, colocar, bota, bote, poe, preciso de, preciso, compra, comprar, pedir, vou querer, vou levar, me traz, traz, inclui, inclua, incluir, ponha, por favor me da',
    after: 'por favor adiciona',
  },
  remove: {
    before:
      'remove, remover, remova, tira, tirar, tire, exclui, excluir, exclua, apaga, apagar, apague, retira, retirar, retire, deleta, deletar, nao quero, nao quero mais, sem',
    after: 'nao quero mais',
  },
  find: {
    before:
      'tem, voces tem, voce tem, vc tem, vcs tem, teria, ha, vende, vendem, voces vendem, preco de, preco do, preco da, qual o preco de, qual o preco do, qual o preco da, quanto custa, quanto custam, quanto e, quanto ta, buscar, busca, procuro, procurar, estou procurando, to procurando, mostra, mostre, ver',
    after: 'disponivel, preco',
  },
  place:
    'ao carrinho, no carrinho, no meu carrinho, ao meu carrinho, do carrinho, do meu carrinho, na sacola, da sacola, na cesta, da cesta, ao pedido, ao meu pedido, no pedido, no meu pedido, do pedido, do meu pedido',
  small:
    'por favor, porfavor, pfv, pf, pfvr, o, a, os, as, um, uma, uns, umas, de, do, da, dos, das, meu, minha, meus, me, eu, no, na, em, com, para, pra, quero, queria, gostaria, pode, poderia, posso, favor, agora, ja, tambem, so, mais, outro, outra, esse, essa, ai, amigo, entao, lhe, e, seu, sua, ao',
  show: 'ver, mostra, mostrar, mostre, me mostra, abre, abrir, veja, exibir, vejo',
  and: 'e, mais, tambem',
  units:
    'kg, kgs, quilo, quilos, kilo, kilos, quilograma, quilogramas, unidade, unidades, un, und, peca, pecas, pacote, pacotes, saco, sacos, caixa, caixas, garrafa, garrafas, lata, latas, litro, litros, pote, potes, maco, macos, par, pares, vidro, vidros',
  numbers: {
    um: 1,
    uma: 1,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
    treze: 13,
    quatorze: 14,
    catorze: 14,
    quinze: 15,
    dezesseis: 16,
    dezasseis: 16,
    dezessete: 17,
    dezassete: 17,
    dezoito: 18,
    dezenove: 19,
    dezanove: 19,
    vinte: 20,
  },
  doubtful: '',
  dozen: 'duzia, duzias',
  half: 'meio, meia',
  ordinals: 'primeiro, segundo, terceiro, quarto, quinto',
  code: 'codigo, senha, otp, pin, e, o, meu, esse',
};
