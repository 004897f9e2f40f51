import type { Guard } from './guard.ts';

/* Locks, and the order in which they are taken; and what is decided by one guarded statement. */

const entry = (
  name: string,
  keeps: string,
  [file, find, replace]: readonly [file: string, find: string | RegExp, replace: string],
  testFile: string,
  test: string,
): Guard => ({ name, keeps, removal: { file, find, replace }, testFile, test });

const LEDGER: readonly Guard[] = [
  entry(
    'ledger_lock',
    'two who spend one balance',
    ['src/ledger/books.ts', 'order by a.id for no key update', 'order by a.id'],
    'src/ledger/guards.test.ts',
    'who waits for an account is told what is left of it',
  ),
  entry(
    'ledger_lock: in the order of ids',
    'a deadlock of two transfers',
    ['src/ledger/books.ts', 'order by a.id for no key update', 'for no key update'],
    'src/ledger/guards.test.ts',
    'who waits for an account has not taken one of a higher id',
  ),
  entry(
    'ledger_hold_resolve: the account first',
    'a deadlock of a void with a posting',
    [
      'src/ledger/hold.ts',
      'select id from ledger_accounts where id in (select account_id from wanted) order by id for no key update',
      'select id from ledger_accounts where id in (select account_id from wanted) order by id',
    ],
    'src/ledger/guards.test.ts',
    'to have a hold VOIDED has not taken the hold',
  ),
  entry(
    'ledger_hold_expire: the account first',
    'a deadlock of an expiry with a posting',
    ['src/ledger/expire.ts', 'await openBooks(tx, currency, [{ kind, ownerId }]);', 'void openBooks;'],
    'src/ledger/guards.test.ts',
    'to have a hold EXPIRED has not taken the hold',
  ),
];

const SHOP: readonly Guard[] = [
  entry(
    'order_lock',
    'two who move one order',
    [
      'src/orders/change.ts',
      ".where(eq(orders.id, orderId)).for('no key update')",
      '.where(eq(orders.id, orderId))',
    ],
    'src/orders/guards.test.ts',
    'who comes second finds the order as the first one left it',
  ),
  entry(
    'order_lock_conversation',
    'a deadlock of an order with a message of its chat',
    [
      'src/orders/change.ts',
      /\(select conversation_id from orders where id = \$\{orderId\}\)\s+for no key update/,
      '(select conversation_id from orders where id = ${orderId})',
    ],
    'src/orders/locks.test.ts',
    'to cancel an order in a busy chat has not taken the order',
  ),
  entry(
    'cart_lock',
    'an order without what was just put into its cart',
    [
      'src/carts/lock.ts',
      "from(carts).where(eq(carts.id, cartId)).for('no key update')",
      'from(carts).where(eq(carts.id, cartId))',
    ],
    'src/orders/guards.test.ts',
    'who comes second orders what was put into the cart meanwhile',
  ),
  entry(
    'order_lock_products',
    'an order of what its shop has just withdrawn',
    ['src/orders/place.ts', 'order by id for share', 'order by id'],
    'src/channels/races.test.ts',
    'whoever comes second to order it is refused, and nothing is held',
  ),
  entry(
    'stock_lock',
    'two who order the last one',
    [
      'src/catalog/stock.ts',
      'where product_id = any(${ids}) order by product_id for no key update',
      'where product_id = any(${ids}) order by product_id',
    ],
    'src/orders/guards.test.ts',
    'who comes second is told that nothing is left of the product',
  ),
  entry(
    'stock_lock_held: in the order of products',
    'a deadlock of two orders of the same products',
    [
      'src/catalog/stock.ts',
      /where order_id = \$\{orderId\}\)\s+order by product_id for no key update/,
      'where order_id = ${orderId}) order by product_id',
    ],
    'src/orders/guards.test.ts',
    'who comes second to pay for two products waits for the first one',
  ),
  entry(
    'conversation_lock',
    'money, or a word, to somebody who has just blocked the sender',
    [
      'src/conversations/access.ts',
      'select from conversations where id = ${conversationId} for no key update`.execute()',
      'select from conversations where id = ${conversationId}`.execute()',
    ],
    'src/wallets/guards.test.ts',
    'who comes second sends nothing to somebody who has just blocked them',
  ),
];

const PAYMENTS: readonly Guard[] = [
  entry(
    'settle: the lock of the payment',
    'a success that is booked twice',
    [
      'src/payments/settle.ts',
      /\.where\(eq\(payments\.id, paymentId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(payments.id, paymentId))',
    ],
    'src/payments/guards.test.ts',
    'who comes second with the news of a success finds the payment settled',
  ),
  entry(
    'refundCreate: the lock of the payment',
    'more given back than was paid',
    [
      'src/payments/refund.ts',
      /\.where\(eq\(payments\.id, paymentId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(payments.id, paymentId))',
    ],
    'src/payments/guards.test.ts',
    'who comes second to refund finds what the first one has left of the payment',
  ),
  entry(
    'cards: the lock of the customer',
    'two cards that are the default',
    [
      'src/payments/cards.ts',
      /\.where\(eq\(providerCustomers\.personId, personId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(providerCustomers.personId, personId))',
    ],
    'src/payments/guards.test.ts',
    'who comes second to register a card sees that there is a default by now',
  ),
  ...(
    [
      ['payments', 'src/payments/guards.test.ts', 'asks for a charge'],
      ['refunds', 'src/payments/guards.test.ts', 'asks for a refund'],
      ['payouts', 'src/payouts/guards.test.ts', 'with one left, one of five asks'],
    ] as const
  ).map(([table, testFile, test]) =>
    entry(
      `${table}: the budget of asks`,
      'a provider that is asked without end',
      ['src/payments/asking.ts', ' and asks < ${MOST_ASKS}', ''],
      testFile,
      test,
    ),
  ),
  entry(
    'settlePayout: the lock of the payout',
    'a payout that is paid and failed at once',
    [
      'src/payouts/settle.ts',
      ".where(eq(payouts.id, payoutId)).for('no key update')",
      '.where(eq(payouts.id, payoutId))',
    ],
    'src/payouts/guards.test.ts',
    'who comes second with news of a payout finds it settled',
  ),
];

const WALLETS: readonly Guard[] = [
  entry(
    'transfer_count: in one statement',
    'two transfers that together go beyond a limit',
    [
      'src/wallets/limits.ts',
      'select sent_minor as today, (',
      `select coalesce((select sent_minor from transfer_days where person_id = \${personId} and currency = \${currency}
         and day = \${day}::date), 0) + \${minor}::bigint as today, (`,
    ],
    'src/wallets/guards.test.ts',
    'who comes second is counted after the first by the count alone',
  ),
  entry(
    'request_lock',
    'a request that is paid and declined',
    [
      'src/wallets/request.ts',
      /\.where\(eq\(moneyRequests\.id, requestId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(moneyRequests.id, requestId))',
    ],
    'src/wallets/guards.test.ts',
    'who comes second finds a request as the first one left it',
  ),
  entry(
    'request_lock_conversation',
    'a deadlock of an answer with a message',
    [
      'src/wallets/request.ts',
      /\(select conversation_id from money_requests where id = \$\{requestId\}\)\s+for no key update/,
      '(select conversation_id from money_requests where id = ${requestId})',
    ],
    'src/wallets/guards.test.ts',
    'who waits to answer a request has not taken it',
  ),
  entry(
    'moneyReverse: the lock of the transfer',
    'a transfer that is taken back twice',
    [
      'src/wallets/reverse.ts',
      /\.where\(eq\(transfers\.id, input\.transferId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(transfers.id, input.transferId))',
    ],
    'src/wallets/guards.test.ts',
    'who comes second does not take back what was taken back',
  ),
  entry(
    'moneyReverse: the chat first',
    'a deadlock of a reversal with a message',
    [
      'src/wallets/reverse.ts',
      /\(select conversation_id from transfers where id = \$\{input\.transferId\}\)\s+for no key update/,
      '(select conversation_id from transfers where id = ${input.transferId})',
    ],
    'src/wallets/guards.test.ts',
    'who waits to take a transfer back has not taken it',
  ),
  entry(
    'transfer_lock_conversation',
    'a deadlock of a charge with a message',
    [
      'src/wallets/complete.ts',
      /\(select conversation_id from transfers where payment_id = \$\{paymentId\}\)\s+for no key update/,
      '(select conversation_id from transfers where payment_id = ${paymentId})',
    ],
    'src/wallets/guards.test.ts',
    'who waits to settle the charge for a transfer has taken neither',
  ),
];

const TICKETS: readonly Guard[] = [
  entry(
    'ticket_opener_lock',
    'more tickets than may be open',
    ['src/tickets/open.ts', '${me} for no key update`', '${me}`'],
    'src/tickets/races.test.ts',
    'fifteen are opened at different shops',
  ),
  entry(
    'ticket_lock_thread',
    'a deadlock of a message with a command',
    [
      'src/tickets/change.ts',
      '(select conversation_id from tickets where id = ${ticketId})\n    for no key update',
      '(select conversation_id from tickets where id = ${ticketId})',
    ],
    'src/tickets/races.test.ts',
    'every command waits for the thread before it takes the ticket',
  ),
];

const MARKETS: readonly Guard[] = [
  entry(
    'switches_share',
    'what begins by a setting that is being switched off',
    [
      'src/markets/switch-lock.ts',
      'select pg_advisory_xact_lock_shared(${SWITCHES}::bigint)',
      'select ${SWITCHES}::bigint',
    ],
    'src/markets/races.test.ts',
    'is seen by who waited for it: they look once it is over',
  ),
  entry(
    'switches_lock',
    'a switch that is answered while payments by the old setting go on',
    [
      'src/markets/switch-lock.ts',
      'select pg_advisory_xact_lock(${SWITCHES}::bigint)',
      'select ${SWITCHES}::bigint',
    ],
    'src/markets/races.test.ts',
    'waits for a payment that has looked and is not done',
  ),
];

const IMPORTS: readonly Guard[] = [
  entry(
    'import_lock',
    'rows of a file that are counted twice',
    [
      'src/imports/batch.ts',
      /\.where\(eq\(catalogImports\.id, importId\)\)\s+\.for\('no key update'\)/,
      '.where(eq(catalogImports.id, importId))',
    ],
    'src/imports/guards.test.ts',
    'who comes second with the same rows finds them taken',
  ),
  entry(
    'products_lock_by_sku',
    'a count of a file that forgets what was just ordered',
    ['src/catalog/lock-by-sku.ts', 'order by p.id for no key update', 'order by p.id'],
    'src/catalog/races.test.ts',
    'who comes second to count a product',
  ),
];

const BOT: readonly Guard[] = [
  entry(
    "bot_desk_take: the desk's lease",
    'two processes that answer in one chat',
    [
      'src/bot/attend.ts',
      'where b.attended_until is null or b.attended_until <= ${now.toISOString()}',
      'where true',
    ],
    'src/bot/sweep.test.ts',
    'waits for one that is at it, and takes it for dead after a while',
  ),
  entry(
    'bot_answers_pkey',
    'a message that is answered twice',
    [
      'migrations/0008_rest_of_the_mission.sql',
      '"message_id" uuid PRIMARY KEY NOT NULL,\n\t"conversation_id"',
      '"message_id" uuid NOT NULL,\n\t"conversation_id"',
    ],
    'src/bot/guards.test.ts',
    'who comes second leaves a message that was answered meanwhile, and says nothing more',
  ),
  entry(
    'bot_lock',
    'a word of the bot to somebody who has just blocked the shop',
    [
      'src/bot/tell.ts',
      'select from conversations where id = ${conversationId} for no key update',
      'select from conversations where id = ${conversationId}',
    ],
    'src/bot/sweep.test.ts',
    'says nothing to who has blocked the shop while it was at their message',
  ),
  entry(
    'bot_lock_shop',
    'a setting of the bot that is lost',
    [
      'src/bot/set-bot.ts',
      'select from businesses where id = ${businessId} for no key update',
      'select from businesses where id = ${businessId}',
    ],
    'src/bot/guards.test.ts',
    'who comes second to set a bot keeps what the first one has set of it',
  ),
  entry(
    'setOpeningHours: the lock of the shop',
    'hours that nobody has set',
    [
      'src/businesses/set-hours.ts',
      ".where(eq(businesses.id, businessId)).for('no key update')",
      '.where(eq(businesses.id, businessId))',
    ],
    'src/businesses/guards.test.ts',
    'who comes second to set the hours leaves none of those that the first one set',
  ),
];

const PASSWORDS: readonly Guard[] = [
  entry(
    'password_try: not before its time',
    'a password that is guessed',
    ['src/locks/try-password.ts', 'and (retry_at is null or retry_at <= ${now})', ''],
    'schema/screen-lock.test.ts',
    'a hundred at once are three',
  ),
  entry(
    'screen_lock_set: in the place of which',
    'a screen lock that is taken over without its password',
    ['src/locks/set.ts', "setWhere: eq(screenLocks.passwordHash, current ?? ''),", ''],
    'src/locks/guards.test.ts',
    'who comes second to set a screen lock is asked for the password of the first',
  ),
  entry(
    'holdChatPassword',
    'a chat that is locked away by no password',
    ['src/locks/chat-password.ts', '= ${passwordHash} for key share', '= ${passwordHash}'],
    'src/locks/guards.test.ts',
    'who comes second to forget the password of the chat locks unlocks',
  ),
];

const PARTITIONS = 'migrations/0016_partition_the_event_log.sql';
const EVENTS: readonly Guard[] = [
  entry(
    "sequencer: the leader's lock",
    'two processes that stamp at once',
    ['src/events/sequencer.ts', 'pg_try_advisory_lock(${LEADER_LOCK})', '${LEADER_LOCK}::int > 0'],
    'src/events/takeover.test.ts',
    'lets exactly one of two processes stamp',
  ),
  entry(
    'event_stamp: oldest first',
    'an event that is stamped before an older one',
    ['src/events/stamp.ts', 'row_number() over (order by id)', 'row_number() over (order by id desc)'],
    'src/events/stamp.test.ts',
    'moves at most what it is told to, oldest first',
  ),
  entry(
    'event_log_pkey',
    'two events in one place',
    [
      PARTITIONS,
      'ALTER TABLE "event_log" ADD CONSTRAINT "event_log_pkey" PRIMARY KEY ("position");',
      'SELECT 1;',
    ],
    'src/events/guards.test.ts',
    'in a later partition: event_log_pkey',
  ),
  entry(
    'event_log_cut: the numbers of a subject',
    'an event with the number of another, in a later partition',
    [PARTITIONS, 'CREATE UNIQUE INDEX %I ON %I (subject_id', 'CREATE INDEX %I ON %I (subject_id'],
    'src/events/guards.test.ts',
    'in a later partition: event_log_subject_key',
  ),
  entry(
    'event_log_cut: the ids of events',
    'an event that is in a later partition twice',
    [PARTITIONS, 'CREATE UNIQUE INDEX %I ON %I (id)', 'CREATE INDEX %I ON %I (id)'],
    'src/events/guards.test.ts',
    'in a later partition: event_log_id_key',
  ),
  entry(
    'idempotency_keys_pkey: who waits',
    'a command that is done twice',
    [
      'migrations/0000_main_job.sql',
      'CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("actor_id","key")',
      'CONSTRAINT "idempotency_keys_pkey" CHECK (true)',
    ],
    'src/db/idempotency.test.ts',
    'ten of the same do it once',
  ),
];

export const LOCKS: readonly Guard[] = [
  ...LEDGER,
  ...SHOP,
  ...PAYMENTS,
  ...WALLETS,
  ...TICKETS,
  ...MARKETS,
  ...IMPORTS,
  ...BOT,
  ...PASSWORDS,
  ...EVENTS,
];
