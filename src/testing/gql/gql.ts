/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query BusinessFind($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      staff {\n        role\n      }\n    }\n  }\n": typeof types.BusinessFindDocument,
    "\n  query BusinessList($country: CountryCode, $search: String, $first: Int, $after: String) {\n    businesses(country: $country, search: $search, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.BusinessListDocument,
    "\n  query BusinessMarkets($country: CountryCode!) {\n    market(country: $country) {\n      name\n      currencyCode\n      languages\n    }\n    markets {\n      country\n    }\n  }\n": typeof types.BusinessMarketsDocument,
    "\n  query CardsOfViewer {\n    viewer {\n      ... on Person {\n        wallet {\n          cards {\n            edges {\n              node {\n                ...ShoppingCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CardsOfViewerDocument,
    "\n  query CardsExpiry($id: ID!) {\n    node(id: $id) {\n      ... on Card {\n        expMonth\n        expYear\n        isRemoved\n      }\n    }\n  }\n": typeof types.CardsExpiryDocument,
    "\n  subscription CartSharingEvents($cartId: ID!) {\n    stream: cartEvents(cartId: $cartId) {\n      cursor\n      event {\n        type\n        sequence\n        cart {\n          version\n          state\n          itemCount\n        }\n      }\n    }\n  }\n": typeof types.CartSharingEventsDocument,
    "\n  subscription ChatLiveEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          sequence\n          isMine\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n        member {\n          readSequence\n        }\n        conversation {\n          lastSequence\n          unreadCount\n        }\n      }\n    }\n  }\n": typeof types.ChatLiveEventsDocument,
    "\n  query ChatLiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ChatLiveSnapshotDocument,
    "\n  query BlockRead($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        isBlocked\n        lastSequence\n        messages {\n          edges {\n            node {\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.BlockReadDocument,
    "\n  subscription BlockChatEvents($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n      }\n    }\n  }\n": typeof types.BlockChatEventsDocument,
    "\n  subscription BlockInboxEvents($businessId: ID) {\n    stream: inboxEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        conversation {\n          id\n          isBlocked\n        }\n      }\n    }\n  }\n": typeof types.BlockInboxEventsDocument,
    "\n  query ConversationsInbox($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        conversations(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              lastMessage {\n                sequence\n              }\n              members {\n                party {\n                  __typename\n                  ... on Person {\n                    id\n                    name\n                    phone\n                  }\n                  ... on Business {\n                    id\n                  }\n                }\n              }\n            }\n          }\n          pageInfo {\n            endCursor\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConversationsInboxDocument,
    "\n  subscription InboxLiveEvents($businessId: ID, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        conversation {\n          id\n          unreadCount\n        }\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.InboxLiveEventsDocument,
    "\n  query LedgerEntries($kind: LedgerAccountKind!, $owner: ID, $first: Int, $after: String) {\n    ledgerEntries(kind: $kind, ownerId: $owner, currencyCode: \"INR\", first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          description\n          reference\n          createdAt\n          amount {\n            amount\n          }\n          balance {\n            formatted\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.LedgerEntriesDocument,
    "\n  query LedgerTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        minorUnits\n        currencyCode\n      }\n    }\n  }\n": typeof types.LedgerTrialBalanceDocument,
    "\n  query LedgerHeads($after: String) {\n    ledgerHeads(first: 5, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          hash\n          position\n          publishedAt\n        }\n      }\n    }\n  }\n": typeof types.LedgerHeadsDocument,
    "\n  subscription LiveChat($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          id\n          sequence\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.LiveChatDocument,
    "\n  query LiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages(last: 100) {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.LiveSnapshotDocument,
    "\n  query MessagePagesThread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      ... on Conversation {\n        lastSequence\n        messages(first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              sequence\n            }\n          }\n          pageInfo {\n            startCursor\n            endCursor\n            hasNextPage\n            hasPreviousPage\n          }\n        }\n      }\n    }\n  }\n": typeof types.MessagePagesThreadDocument,
    "\n  query MessagesCard($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        content {\n          __typename\n          ... on ProductContent {\n            wasAvailable\n            priceAsSent {\n              amount\n            }\n            product {\n              name\n              availability\n              price {\n                amount\n              }\n            }\n          }\n          ... on CatalogContent {\n            business {\n              id\n            }\n          }\n          ... on CartContent {\n            subtotal {\n              amount\n            }\n            lines {\n              name\n              quantity\n              total {\n                amount\n              }\n            }\n            cart {\n              itemCount\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MessagesCardDocument,
    "\n  subscription MoneyCardInbox {\n    stream: inboxEvents {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n": typeof types.MoneyCardInboxDocument,
    "\n  subscription MoneyCardChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n": typeof types.MoneyCardChatDocument,
    "\n  subscription OrderExpiryEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        order {\n          state\n          paymentState\n          availableActions\n          lines {\n            product {\n              availability\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OrderExpiryEventsDocument,
    "\n  query OrderLists($id: ID!, $first: Int, $after: String, $state: OrderState) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n      ... on Business {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n    }\n  }\n": typeof types.OrderListsDocument,
    "\n  fragment OrderListPage on OrderConnection {\n    edges {\n      node {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": typeof types.OrderListPageFragmentDoc,
    "\n  query OrderListCarts($personId: ID!, $businessId: ID!) {\n    person: node(id: $personId) {\n      ... on Person {\n        carts {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        cart(businessId: $businessId) {\n          id\n        }\n      }\n    }\n    business: node(id: $businessId) {\n      ... on Business {\n        viewerCart {\n          id\n        }\n      }\n    }\n  }\n": typeof types.OrderListCartsDocument,
    "\n  subscription OrderLiveEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        order {\n          id\n          state\n          paymentState\n          fulfillmentState\n          availableActions\n        }\n      }\n    }\n  }\n": typeof types.OrderLiveEventsDocument,
    "\n  subscription OrderLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          id\n          sequence\n          content {\n            __typename\n            ... on OrderContent {\n              order {\n                paymentState\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OrderLiveChatDocument,
    "\n  query OrderLiveThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                  order {\n                    id\n                  }\n                }\n                ... on PaymentContent {\n                  payment {\n                    state\n                  }\n                }\n                ... on OrderContent {\n                  order {\n                    id\n                    state\n                    fulfillmentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.OrderLiveThreadDocument,
    "\n  subscription PayEvents($filter: PaymentEventFilter) {\n    stream: paymentEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        payment {\n          id\n          state\n          card {\n            last4\n          }\n        }\n      }\n    }\n  }\n": typeof types.PayEventsDocument,
    "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchaseAddLineDocument,
    "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchasePlaceDocument,
    "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.PurchasePayDocument,
    "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.PurchaseThreadDocument,
    "\n  query ReceiptsMarkers($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        members {\n          deliveredSequence\n          readSequence\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n": typeof types.ReceiptsMarkersDocument,
    "\n  subscription ReceiptsTyping($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n        member {\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n": typeof types.ReceiptsTypingDocument,
    "\n  mutation ScalarsSale($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        saleEndsAt\n        regularPrice {\n          amount\n          minorUnits\n          formatted(locale: \"en-IN\")\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ScalarsSaleDocument,
    "\n  subscription SessionsInbox {\n    inboxEvents {\n      cursor\n      event {\n        type\n      }\n    }\n  }\n": typeof types.SessionsInboxDocument,
    "\n  mutation SessionsStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.SessionsStartChatDocument,
    "\n  query StaffLeavesInside($shop: ID!, $chat: ID!, $order: ID!, $customer: ID!) {\n    shop: node(id: $shop) {\n      ... on Business {\n        viewerRole\n        staff {\n          role\n        }\n        conversations {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        orders {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n    }\n    chat: node(id: $chat) {\n      id\n    }\n    order: node(id: $order) {\n      id\n    }\n    customer: node(id: $customer) {\n      id\n    }\n  }\n": typeof types.StaffLeavesInsideDocument,
    "\n  subscription StaffLeavesChat($conversationId: ID!) {\n    conversationEvents(conversationId: $conversationId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StaffLeavesChatDocument,
    "\n  subscription StaffLeavesInbox($businessId: ID) {\n    inboxEvents(businessId: $businessId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StaffLeavesInboxDocument,
    "\n  subscription StaffLeavesOrders($businessId: ID) {\n    orderEvents(filter: { businessId: $businessId }) {\n      event {\n        type\n      }\n    }\n  }\n": typeof types.StaffLeavesOrdersDocument,
    "\n  query StrangersNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n": typeof types.StrangersNodesDocument,
    "\n  query StrangersNode($id: ID!) {\n    node(id: $id) {\n      id\n    }\n  }\n": typeof types.StrangersNodeDocument,
    "\n  query StrangersPerson($id: ID!, $shop: ID!) {\n    node(id: $id) {\n      ... on Person {\n        name\n        phone\n        isOperator\n        businesses {\n          role\n        }\n        sessions {\n          id\n        }\n        wallet {\n          __typename\n        }\n        conversations {\n          edges {\n            cursor\n          }\n        }\n        carts {\n          edges {\n            cursor\n          }\n        }\n        orders {\n          edges {\n            cursor\n          }\n        }\n        cart(businessId: $shop) {\n          id\n        }\n      }\n    }\n  }\n": typeof types.StrangersPersonDocument,
    "\n  query WalletHistoryTransfers($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          transfers(first: $first, after: $after) {\n            edges {\n              cursor\n              node {\n                note\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.WalletHistoryTransfersDocument,
    "\n  query WalletHistoryStatement($from: DateTime!, $to: DateTime!) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            statementCsv(from: $from, to: $to)\n          }\n        }\n      }\n    }\n  }\n": typeof types.WalletHistoryStatementDocument,
    "\n  query WalletHistoryOthers($id: ID!) {\n    node(id: $id) {\n      ... on Person {\n        wallet {\n          __typename\n        }\n      }\n    }\n  }\n": typeof types.WalletHistoryOthersDocument,
    "\n  subscription WalletLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          sequence\n          content {\n            ... on MoneyContent {\n              request {\n                state\n              }\n              transfer {\n                state\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.WalletLiveChatDocument,
    "\n  mutation TourSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSetStockDocument,
    "\n  fragment TourCart on Cart {\n    id\n    version\n    lines {\n      id\n      quantity\n      product {\n        id\n        name\n      }\n      total {\n        formatted\n        minorUnits\n      }\n    }\n    subtotal {\n      formatted\n      minorUnits\n    }\n    problems {\n      code\n      message\n    }\n  }\n": typeof types.TourCartFragmentDoc,
    "\n  mutation TourClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourClearCartDocument,
    "\n  mutation TourAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourAddLineDocument,
    "\n  mutation TourUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourUpdateLineDocument,
    "\n  fragment TourTransfer on Transfer {\n    id\n    state\n    note\n    amount {\n      formatted\n      minorUnits\n    }\n    fee {\n      minorUnits\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    payment {\n      ...TourPayment\n    }\n  }\n": typeof types.TourTransferFragmentDoc,
    "\n  fragment TourRequest on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      formatted\n      minorUnits\n    }\n  }\n": typeof types.TourRequestFragmentDoc,
    "\n  mutation TourTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourTopUpDocument,
    "\n  mutation TourSendMoney($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSendMoneyDocument,
    "\n  mutation TourAskForMoney($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...TourRequest\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourAskForMoneyDocument,
    "\n  mutation TourAcceptRequest($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourAcceptRequestDocument,
    "\n  mutation TourGiveBack($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourGiveBackDocument,
    "\n  mutation TourSetBankAccount($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        bankName\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSetBankAccountDocument,
    "\n  mutation TourPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          formatted\n          minorUnits\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourPayOutDocument,
    "\n  query TourWallet {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              formatted\n              minorUnits\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.TourWalletDocument,
    "\n  query TourShopMoney($handle: String!, $entries: Int!) {\n    business(handle: $handle) {\n      bankAccount {\n        bankName\n        last4\n      }\n      balance {\n        available {\n          formatted\n          minorUnits\n        }\n        heldBack {\n          formatted\n          minorUnits\n        }\n        total {\n          formatted\n          minorUnits\n        }\n        entries(first: $entries) {\n          edges {\n            node {\n              description\n              amount {\n                formatted\n              }\n              balance {\n                formatted\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.TourShopMoneyDocument,
    "\n  query TourTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        currencyCode\n        minorUnits\n        formatted\n      }\n    }\n  }\n": typeof types.TourTrialBalanceDocument,
    "\n  subscription TourWalletEvents {\n    walletEvents {\n      cursor\n      event {\n        type\n        transfer {\n          id\n        }\n        request {\n          id\n        }\n        payment {\n          id\n        }\n        wallet {\n          balances {\n            available {\n              formatted\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.TourWalletEventsDocument,
    "\n  subscription TourPayoutEvents($businessId: ID!) {\n    payoutEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n": typeof types.TourPayoutEventsDocument,
    "\n  mutation TourSignInStart($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSignInStartDocument,
    "\n  mutation TourSignInComplete($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        name\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSignInCompleteDocument,
    "\n  mutation TourSignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSignOutDocument,
    "\n  mutation TourStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourStartChatDocument,
    "\n  mutation TourSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourSendDocument,
    "\n  mutation TourRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourReadDocument,
    "\n  mutation TourTyping($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourTypingDocument,
    "\n  mutation TourRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        id\n        brand\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourRegisterCardDocument,
    "\n  mutation TourPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourPlaceDocument,
    "\n  mutation TourPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourPayDocument,
    "\n  mutation TourAnswerChallenge($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourAnswerChallengeDocument,
    "\n  mutation TourConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourConfirmDocument,
    "\n  mutation TourShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourShipDocument,
    "\n  mutation TourDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TourDeliverDocument,
    "\n  fragment TourOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    total {\n      formatted\n      minorUnits\n    }\n  }\n": typeof types.TourOrderFragmentDoc,
    "\n  query TourReceipt($orderId: ID!) {\n    node(id: $orderId) {\n      ... on Order {\n        ...TourOrder\n        placedAt\n        business {\n          name\n        }\n        lines {\n          name\n          unit\n          quantity\n          shippedQuantity\n          unitPrice {\n            formatted\n          }\n          total {\n            formatted\n            minorUnits\n          }\n        }\n        itemsTotal {\n          formatted\n          minorUnits\n        }\n        discountTotal {\n          formatted\n          minorUnits\n        }\n        shippingTotal {\n          formatted\n          minorUnits\n        }\n        taxTotal {\n          formatted\n          minorUnits\n        }\n        payments {\n          ...TourPayment\n        }\n        timeline {\n          action\n        }\n      }\n    }\n  }\n": typeof types.TourReceiptDocument,
    "\n  fragment TourPayment on Payment {\n    id\n    state\n    amount {\n      formatted\n      minorUnits\n    }\n    card {\n      brand\n      last4\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    refunds {\n      id\n      state\n      reason\n      amount {\n        formatted\n        minorUnits\n      }\n      toWallet {\n        formatted\n        minorUnits\n      }\n    }\n  }\n": typeof types.TourPaymentFragmentDoc,
    "\n  query TourShop($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      viewerCart {\n        id\n        lines {\n          id\n        }\n      }\n      products {\n        totalCount\n      }\n    }\n  }\n": typeof types.TourShopDocument,
    "\n  query TourSearch($handle: String!, $words: String!) {\n    business(handle: $handle) {\n      products(search: $words, first: 5) {\n        edges {\n          node {\n            ...TourProduct\n          }\n        }\n      }\n    }\n  }\n": typeof types.TourSearchDocument,
    "\n  fragment TourProduct on Product {\n    id\n    sku\n    name\n    availability\n    price {\n      formatted\n      minorUnits\n    }\n    stock {\n      free\n      held\n      sold\n    }\n  }\n": typeof types.TourProductFragmentDoc,
    "\n  query TourProducts($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        ...TourProduct\n      }\n    }\n  }\n": typeof types.TourProductsDocument,
    "\n  query TourCards {\n    viewer {\n      ... on Person {\n        wallet {\n          cards(first: 100) {\n            edges {\n              node {\n                id\n                brand\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.TourCardsDocument,
    "\n  fragment TourMessage on Message {\n    id\n    sequence\n    isMine\n    sender {\n      __typename\n      ... on Person {\n        name\n      }\n      ... on Business {\n        name\n      }\n    }\n    content {\n      __typename\n      ... on TextContent {\n        text\n      }\n      ... on ProductContent {\n        product {\n          name\n          unit\n        }\n        priceAsSent {\n          formatted\n        }\n      }\n      ... on CatalogContent {\n        business {\n          name\n          products {\n            totalCount\n          }\n        }\n      }\n      ... on OrderContent {\n        order {\n          ...TourOrder\n        }\n      }\n      ... on PaymentContent {\n        payment {\n          ...TourPayment\n        }\n      }\n      ... on MoneyContent {\n        transfer {\n          ...TourTransfer\n        }\n        request {\n          ...TourRequest\n        }\n      }\n      ... on NoticeContent {\n        code\n        text\n      }\n    }\n  }\n": typeof types.TourMessageFragmentDoc,
    "\n  subscription TourChatEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        isTyping\n        member {\n          readSequence\n          party {\n            ... on Person {\n              name\n            }\n            ... on Business {\n              name\n            }\n          }\n        }\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n": typeof types.TourChatEventsDocument,
    "\n  subscription TourInboxEvents($businessId: ID!, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n": typeof types.TourInboxEventsDocument,
    "\n  subscription TourOrderEvents($after: EventCursor) {\n    orderEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        order {\n          ...TourOrder\n        }\n      }\n    }\n  }\n": typeof types.TourOrderEventsDocument,
    "\n  subscription TourPaymentEvents($after: EventCursor) {\n    paymentEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        payment {\n          ...TourPayment\n        }\n      }\n    }\n  }\n": typeof types.TourPaymentEventsDocument,
    "\n  query MoneyBalance($businessId: ID!, $first: Int, $after: String) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          available {\n            ...MoneyAmount\n          }\n          heldBack {\n            ...MoneyAmount\n          }\n          total {\n            ...MoneyAmount\n          }\n          entries(first: $first, after: $after) {\n            edges {\n              node {\n                kind\n                reference\n                amount {\n                  ...MoneyAmount\n                }\n                balance {\n                  ...MoneyAmount\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n        bankAccount {\n          bankName\n          last4\n        }\n        payouts(first: $first) {\n          edges {\n            node {\n              id\n              state\n              amount {\n                ...MoneyAmount\n              }\n              failure {\n                code\n                message\n              }\n              bankAccount {\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MoneyBalanceDocument,
    "\n  query MoneyBalanceStatement($businessId: ID!, $from: DateTime!, $to: DateTime!) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          statementCsv(from: $from, to: $to)\n        }\n      }\n    }\n  }\n": typeof types.MoneyBalanceStatementDocument,
    "\n  query MoneyPayout($id: ID!) {\n    node(id: $id) {\n      ... on Payout {\n        id\n        state\n        failure {\n          code\n        }\n      }\n    }\n  }\n": typeof types.MoneyPayoutDocument,
    "\n  subscription MoneyPayoutEvents($businessId: ID!, $after: EventCursor) {\n    stream: payoutEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n": typeof types.MoneyPayoutEventsDocument,
    "\n  query MoneyDiscrepancies($resolved: Boolean, $first: Int, $after: String) {\n    discrepancies(resolved: $resolved, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          detail\n          providerRef\n          subject\n          payment {\n            id\n          }\n          resolvedAt\n          resolution\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.MoneyDiscrepanciesDocument,
    "\n  query MoneyReconciliationDays($first: Int, $after: String) {\n    reconciliationDays(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          theirs\n          ours\n          differences\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.MoneyReconciliationDaysDocument,
    "\n  mutation MoneyResolve($input: DiscrepancyResolveInput!) {\n    discrepancyResolve(input: $input) {\n      discrepancy {\n        id\n        resolvedAt\n        resolution\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.MoneyResolveDocument,
    "\n  mutation BusinessCreateOne($input: BusinessCreateInput!) {\n    businessCreate(input: $input) {\n      business {\n        id\n        handle\n        name\n        description\n        category\n        country\n        currencyCode\n        viewerRole\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.BusinessCreateOneDocument,
    "\n  mutation BusinessUpdateOne($input: BusinessUpdateInput!) {\n    businessUpdate(input: $input) {\n      business {\n        name\n        description\n        category\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.BusinessUpdateOneDocument,
    "\n  mutation BusinessAddStaff($input: StaffAddInput!) {\n    staffAdd(input: $input) {\n      business {\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.BusinessAddStaffDocument,
    "\n  mutation BusinessUpdateStaff($input: StaffUpdateInput!) {\n    staffUpdate(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.BusinessUpdateStaffDocument,
    "\n  mutation BusinessRemoveStaff($input: StaffRemoveInput!) {\n    staffRemove(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.BusinessRemoveStaffDocument,
    "\n  fragment ShoppingError on UserError {\n    __typename\n    code\n    message\n    path\n    ... on InsufficientStockError {\n      product {\n        id\n      }\n      requested\n      available\n    }\n  }\n": typeof types.ShoppingErrorFragmentDoc,
    "\n  fragment ShoppingCart on Cart {\n    id\n    state\n    version\n    itemCount\n    subtotal {\n      amount\n      currencyCode\n    }\n    lines {\n      id\n      quantity\n      product {\n        id\n      }\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n      addedBy {\n        id\n      }\n    }\n    problems {\n      code\n      lineId\n      message\n    }\n  }\n": typeof types.ShoppingCartFragmentDoc,
    "\n  mutation ShoppingAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingAddLineDocument,
    "\n  mutation ShoppingUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingUpdateLineDocument,
    "\n  mutation ShoppingRemoveLine($input: CartLineRemoveInput!) {\n    cartLineRemove(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingRemoveLineDocument,
    "\n  mutation ShoppingClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingClearCartDocument,
    "\n  query ShoppingReadCart($id: ID!) {\n    node(id: $id) {\n      ... on Cart {\n        ...ShoppingCart\n      }\n    }\n  }\n": typeof types.ShoppingReadCartDocument,
    "\n  mutation CatalogueCreateProduct($input: ProductCreateInput!) {\n    productCreate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n\n  fragment CatalogueProduct on Product {\n    id\n    name\n    description\n    sku\n    unit\n    state\n    availability\n    price {\n      amount\n      currencyCode\n    }\n    regularPrice {\n      amount\n    }\n    salePrice {\n      amount\n    }\n    saleEndsAt\n    photo {\n      url\n    }\n    photos {\n      id\n    }\n    stock {\n      isTracked\n      free\n      held\n      sold\n    }\n  }\n": typeof types.CatalogueCreateProductDocument,
    "\n  mutation CatalogueUpdateProduct($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CatalogueUpdateProductDocument,
    "\n  mutation CatalogueArchiveProduct($input: ProductArchiveInput!) {\n    productArchive(input: $input) {\n      product {\n        state\n        availability\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CatalogueArchiveProductDocument,
    "\n  mutation CatalogueSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      product {\n        availability\n        stock {\n          isTracked\n          free\n          held\n          sold\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CatalogueSetStockDocument,
    "\n  query CatalogueReadProduct($id: ID!) {\n    node(id: $id) {\n      ... on Product {\n        ...CatalogueProduct\n      }\n    }\n  }\n": typeof types.CatalogueReadProductDocument,
    "\n  query CatalogueListProducts($handle: String!, $search: String, $first: Int, $after: String) {\n    business(handle: $handle) {\n      products(search: $search, first: $first, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            name\n          }\n        }\n        pageInfo {\n          startCursor\n          endCursor\n          hasNextPage\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": typeof types.CatalogueListProductsDocument,
    "\n  query CatalogueCountProducts($handle: String!, $search: String) {\n    business(handle: $handle) {\n      products(search: $search, first: 1) {\n        totalCount\n      }\n    }\n  }\n": typeof types.CatalogueCountProductsDocument,
    "\n  mutation ChatStart($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n        lastSequence\n        unreadCount\n        business {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ChatStartDocument,
    "\n  mutation ChatSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n        clientId\n        isMine\n        sender {\n          __typename\n        }\n        content {\n          __typename\n          ... on TextContent {\n            text\n          }\n        }\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.ChatSendDocument,
    "\n  mutation ChatRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ChatReadDocument,
    "\n  mutation ChatType($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ChatTypeDocument,
    "\n  mutation ChatBlock($input: ConversationBlockInput!) {\n    conversationBlock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ChatBlockDocument,
    "\n  mutation ChatUnblock($input: ConversationUnblockInput!) {\n    conversationUnblock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ChatUnblockDocument,
    "\n  mutation IdentityStartSignIn($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.IdentityStartSignInDocument,
    "\n  mutation IdentityCompleteSignIn($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        id\n        name\n        phone\n        language\n        country\n        isOperator\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.IdentityCompleteSignInDocument,
    "\n  query IdentityWhoAmI {\n    viewer {\n      id\n      name\n      ... on Person {\n        phone\n        language\n        sessions {\n          id\n          device\n          isCurrent\n          createdAt\n          lastSeenAt\n          expiresAt\n        }\n      }\n    }\n  }\n": typeof types.IdentityWhoAmIDocument,
    "\n  mutation IdentityRevokeSession($input: SessionRevokeInput!) {\n    sessionRevoke(input: $input) {\n      revokedSessionId\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": typeof types.IdentityRevokeSessionDocument,
    "\n  mutation IdentitySignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.IdentitySignOutDocument,
    "\n  query MoneyChat($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              isMine\n              content {\n                __typename\n                ... on MoneyContent {\n                  transfer {\n                    id\n                    state\n                    note\n                    amount {\n                      ...MoneyAmount\n                    }\n                    fee {\n                      ...MoneyAmount\n                    }\n                    fromBalance {\n                      ...MoneyAmount\n                    }\n                    payment {\n                      id\n                    }\n                  }\n                  request {\n                    id\n                    state\n                    availableActions\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MoneyChatDocument,
    "\n  query MoneyReadTransfer($id: ID!) {\n    node(id: $id) {\n      ... on Transfer {\n        ...MoneyTransfer\n        sender {\n          id\n        }\n        recipient {\n          id\n        }\n      }\n    }\n  }\n": typeof types.MoneyReadTransferDocument,
    "\n  query MoneyReadRequest($id: ID!) {\n    node(id: $id) {\n      ... on MoneyRequest {\n        ...MoneyRequestParts\n      }\n    }\n  }\n": typeof types.MoneyReadRequestDocument,
    "\n  fragment MoneyAmount on Money {\n    amount\n    currencyCode\n  }\n": typeof types.MoneyAmountFragmentDoc,
    "\n  fragment MoneyError on UserError {\n    ...ShoppingError\n    ... on LimitExceededError {\n      couldSend: available {\n        ...MoneyAmount\n      }\n    }\n    ... on InsufficientFundsError {\n      couldSpend: available {\n        ...MoneyAmount\n      }\n    }\n  }\n": typeof types.MoneyErrorFragmentDoc,
    "\n  fragment MoneyTransfer on Transfer {\n    id\n    state\n    note\n    reversalReason\n    amount {\n      ...MoneyAmount\n    }\n    fee {\n      ...MoneyAmount\n    }\n    fromBalance {\n      ...MoneyAmount\n    }\n    payment {\n      id\n      state\n      challenge {\n        kind\n      }\n      failure {\n        code\n      }\n    }\n  }\n": typeof types.MoneyTransferFragmentDoc,
    "\n  fragment MoneyRequestParts on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      ...MoneyAmount\n    }\n    transfers {\n      id\n      state\n    }\n  }\n": typeof types.MoneyRequestPartsFragmentDoc,
    "\n  mutation MoneySend($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneySendDocument,
    "\n  mutation MoneyAsk($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyAskDocument,
    "\n  mutation MoneyAccept($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyAcceptDocument,
    "\n  mutation MoneyDecline($input: MoneyRequestDeclineInput!) {\n    moneyRequestDecline(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyDeclineDocument,
    "\n  mutation MoneyCancel($input: MoneyRequestCancelInput!) {\n    moneyRequestCancel(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyCancelDocument,
    "\n  mutation MoneyReverse($input: MoneyReverseInput!) {\n    moneyReverse(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyReverseDocument,
    "\n  mutation MoneyTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyTopUpDocument,
    "\n  mutation MoneyRefund($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...ShoppingPayment\n        refunded {\n          ...MoneyAmount\n        }\n        refunds {\n          id\n          state\n          amount {\n            ...MoneyAmount\n          }\n          toWallet {\n            ...MoneyAmount\n          }\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyRefundDocument,
    "\n  mutation MoneySetBank($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        id\n        bankName\n        last4\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneySetBankDocument,
    "\n  mutation MoneyPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          ...MoneyAmount\n        }\n        failure {\n          code\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": typeof types.MoneyPayOutDocument,
    "\n  query MoneyWallet($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n            held {\n              ...MoneyAmount\n            }\n            total {\n              ...MoneyAmount\n            }\n            entries(first: $first, after: $after) {\n              edges {\n                cursor\n                node {\n                  id\n                  kind\n                  description\n                  amount {\n                    ...MoneyAmount\n                  }\n                  balance {\n                    ...MoneyAmount\n                  }\n                }\n              }\n              pageInfo {\n                hasNextPage\n                endCursor\n              }\n            }\n          }\n          transfers(first: $first) {\n            edges {\n              node {\n                ...MoneyTransfer\n              }\n            }\n          }\n          limits {\n            perTransfer {\n              ...MoneyAmount\n            }\n            perDay {\n              ...MoneyAmount\n            }\n            perMonth {\n              ...MoneyAmount\n            }\n            sentToday {\n              ...MoneyAmount\n            }\n            sentThisMonth {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MoneyWalletDocument,
    "\n  subscription MoneyWalletEvents($after: EventCursor) {\n    stream: walletEvents(after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        transfer {\n          id\n          state\n        }\n        request {\n          id\n          state\n        }\n        payment {\n          id\n          state\n        }\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MoneyWalletEventsDocument,
    "\n  fragment ShoppingOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    note\n    itemsTotal {\n      amount\n    }\n    total {\n      amount\n      currencyCode\n    }\n    conversation {\n      id\n    }\n    lines {\n      id\n      name\n      quantity\n      shippedQuantity\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n    }\n    shipments {\n      carrier\n      trackingNumber\n      deliveredAt\n      items {\n        quantity\n        line {\n          id\n        }\n      }\n    }\n    timeline {\n      action\n      reason\n      person {\n        id\n      }\n    }\n    payments {\n      id\n      state\n      refunds {\n        state\n        reason\n        amount {\n          amount\n        }\n      }\n    }\n  }\n": typeof types.ShoppingOrderFragmentDoc,
    "\n  mutation ShoppingPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingPlaceDocument,
    "\n  mutation ShoppingConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingConfirmDocument,
    "\n  mutation ShoppingShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingShipDocument,
    "\n  mutation ShoppingDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingDeliverDocument,
    "\n  mutation ShoppingCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingCancelDocument,
    "\n  query ShoppingReadOrder($id: ID!) {\n    node(id: $id) {\n      ... on Order {\n        ...ShoppingOrder\n      }\n    }\n  }\n": typeof types.ShoppingReadOrderDocument,
    "\n  fragment ShoppingPayment on Payment {\n    id\n    state\n    availableActions\n    amount {\n      amount\n      currencyCode\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    card {\n      last4\n    }\n    method\n    fromBalance {\n      amount\n    }\n    refunded {\n      amount\n    }\n    creditedAt\n    order {\n      id\n      state\n      paymentState\n    }\n  }\n": typeof types.ShoppingPaymentFragmentDoc,
    "\n  fragment ShoppingCard on Card {\n    id\n    brand\n    last4\n    isDefault\n    isRemoved\n  }\n": typeof types.ShoppingCardFragmentDoc,
    "\n  mutation ShoppingPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingPayDocument,
    "\n  mutation ShoppingConfirmPayment($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingConfirmPaymentDocument,
    "\n  mutation ShoppingCancelPayment($input: PaymentCancelInput!) {\n    paymentCancel(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingCancelPaymentDocument,
    "\n  query ShoppingReadPayment($id: ID!) {\n    node(id: $id) {\n      ... on Payment {\n        ...ShoppingPayment\n      }\n    }\n  }\n": typeof types.ShoppingReadPaymentDocument,
    "\n  mutation ShoppingAskAgain($input: PaymentAskAgainInput!) {\n    paymentAskAgain(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingAskAgainDocument,
    "\n  mutation ShoppingRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingRegisterCardDocument,
    "\n  mutation ShoppingRemoveCard($input: CardRemoveInput!) {\n    cardRemove(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingRemoveCardDocument,
    "\n  mutation ShoppingMakeCardDefault($input: CardMakeDefaultInput!) {\n    cardMakeDefault(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": typeof types.ShoppingMakeCardDefaultDocument,
};
const documents: Documents = {
    "\n  query BusinessFind($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      staff {\n        role\n      }\n    }\n  }\n": types.BusinessFindDocument,
    "\n  query BusinessList($country: CountryCode, $search: String, $first: Int, $after: String) {\n    businesses(country: $country, search: $search, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.BusinessListDocument,
    "\n  query BusinessMarkets($country: CountryCode!) {\n    market(country: $country) {\n      name\n      currencyCode\n      languages\n    }\n    markets {\n      country\n    }\n  }\n": types.BusinessMarketsDocument,
    "\n  query CardsOfViewer {\n    viewer {\n      ... on Person {\n        wallet {\n          cards {\n            edges {\n              node {\n                ...ShoppingCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CardsOfViewerDocument,
    "\n  query CardsExpiry($id: ID!) {\n    node(id: $id) {\n      ... on Card {\n        expMonth\n        expYear\n        isRemoved\n      }\n    }\n  }\n": types.CardsExpiryDocument,
    "\n  subscription CartSharingEvents($cartId: ID!) {\n    stream: cartEvents(cartId: $cartId) {\n      cursor\n      event {\n        type\n        sequence\n        cart {\n          version\n          state\n          itemCount\n        }\n      }\n    }\n  }\n": types.CartSharingEventsDocument,
    "\n  subscription ChatLiveEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          sequence\n          isMine\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n        member {\n          readSequence\n        }\n        conversation {\n          lastSequence\n          unreadCount\n        }\n      }\n    }\n  }\n": types.ChatLiveEventsDocument,
    "\n  query ChatLiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ChatLiveSnapshotDocument,
    "\n  query BlockRead($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        isBlocked\n        lastSequence\n        messages {\n          edges {\n            node {\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.BlockReadDocument,
    "\n  subscription BlockChatEvents($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n      }\n    }\n  }\n": types.BlockChatEventsDocument,
    "\n  subscription BlockInboxEvents($businessId: ID) {\n    stream: inboxEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        conversation {\n          id\n          isBlocked\n        }\n      }\n    }\n  }\n": types.BlockInboxEventsDocument,
    "\n  query ConversationsInbox($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        conversations(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              lastMessage {\n                sequence\n              }\n              members {\n                party {\n                  __typename\n                  ... on Person {\n                    id\n                    name\n                    phone\n                  }\n                  ... on Business {\n                    id\n                  }\n                }\n              }\n            }\n          }\n          pageInfo {\n            endCursor\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": types.ConversationsInboxDocument,
    "\n  subscription InboxLiveEvents($businessId: ID, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        conversation {\n          id\n          unreadCount\n        }\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.InboxLiveEventsDocument,
    "\n  query LedgerEntries($kind: LedgerAccountKind!, $owner: ID, $first: Int, $after: String) {\n    ledgerEntries(kind: $kind, ownerId: $owner, currencyCode: \"INR\", first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          description\n          reference\n          createdAt\n          amount {\n            amount\n          }\n          balance {\n            formatted\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.LedgerEntriesDocument,
    "\n  query LedgerTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        minorUnits\n        currencyCode\n      }\n    }\n  }\n": types.LedgerTrialBalanceDocument,
    "\n  query LedgerHeads($after: String) {\n    ledgerHeads(first: 5, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          hash\n          position\n          publishedAt\n        }\n      }\n    }\n  }\n": types.LedgerHeadsDocument,
    "\n  subscription LiveChat($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          id\n          sequence\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.LiveChatDocument,
    "\n  query LiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages(last: 100) {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n": types.LiveSnapshotDocument,
    "\n  query MessagePagesThread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      ... on Conversation {\n        lastSequence\n        messages(first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              sequence\n            }\n          }\n          pageInfo {\n            startCursor\n            endCursor\n            hasNextPage\n            hasPreviousPage\n          }\n        }\n      }\n    }\n  }\n": types.MessagePagesThreadDocument,
    "\n  query MessagesCard($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        content {\n          __typename\n          ... on ProductContent {\n            wasAvailable\n            priceAsSent {\n              amount\n            }\n            product {\n              name\n              availability\n              price {\n                amount\n              }\n            }\n          }\n          ... on CatalogContent {\n            business {\n              id\n            }\n          }\n          ... on CartContent {\n            subtotal {\n              amount\n            }\n            lines {\n              name\n              quantity\n              total {\n                amount\n              }\n            }\n            cart {\n              itemCount\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MessagesCardDocument,
    "\n  subscription MoneyCardInbox {\n    stream: inboxEvents {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n": types.MoneyCardInboxDocument,
    "\n  subscription MoneyCardChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n": types.MoneyCardChatDocument,
    "\n  subscription OrderExpiryEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        order {\n          state\n          paymentState\n          availableActions\n          lines {\n            product {\n              availability\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OrderExpiryEventsDocument,
    "\n  query OrderLists($id: ID!, $first: Int, $after: String, $state: OrderState) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n      ... on Business {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n    }\n  }\n": types.OrderListsDocument,
    "\n  fragment OrderListPage on OrderConnection {\n    edges {\n      node {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": types.OrderListPageFragmentDoc,
    "\n  query OrderListCarts($personId: ID!, $businessId: ID!) {\n    person: node(id: $personId) {\n      ... on Person {\n        carts {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        cart(businessId: $businessId) {\n          id\n        }\n      }\n    }\n    business: node(id: $businessId) {\n      ... on Business {\n        viewerCart {\n          id\n        }\n      }\n    }\n  }\n": types.OrderListCartsDocument,
    "\n  subscription OrderLiveEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        order {\n          id\n          state\n          paymentState\n          fulfillmentState\n          availableActions\n        }\n      }\n    }\n  }\n": types.OrderLiveEventsDocument,
    "\n  subscription OrderLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          id\n          sequence\n          content {\n            __typename\n            ... on OrderContent {\n              order {\n                paymentState\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OrderLiveChatDocument,
    "\n  query OrderLiveThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                  order {\n                    id\n                  }\n                }\n                ... on PaymentContent {\n                  payment {\n                    state\n                  }\n                }\n                ... on OrderContent {\n                  order {\n                    id\n                    state\n                    fulfillmentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.OrderLiveThreadDocument,
    "\n  subscription PayEvents($filter: PaymentEventFilter) {\n    stream: paymentEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        payment {\n          id\n          state\n          card {\n            last4\n          }\n        }\n      }\n    }\n  }\n": types.PayEventsDocument,
    "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchaseAddLineDocument,
    "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchasePlaceDocument,
    "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.PurchasePayDocument,
    "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.PurchaseThreadDocument,
    "\n  query ReceiptsMarkers($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        members {\n          deliveredSequence\n          readSequence\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n": types.ReceiptsMarkersDocument,
    "\n  subscription ReceiptsTyping($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n        member {\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n": types.ReceiptsTypingDocument,
    "\n  mutation ScalarsSale($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        saleEndsAt\n        regularPrice {\n          amount\n          minorUnits\n          formatted(locale: \"en-IN\")\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ScalarsSaleDocument,
    "\n  subscription SessionsInbox {\n    inboxEvents {\n      cursor\n      event {\n        type\n      }\n    }\n  }\n": types.SessionsInboxDocument,
    "\n  mutation SessionsStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.SessionsStartChatDocument,
    "\n  query StaffLeavesInside($shop: ID!, $chat: ID!, $order: ID!, $customer: ID!) {\n    shop: node(id: $shop) {\n      ... on Business {\n        viewerRole\n        staff {\n          role\n        }\n        conversations {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        orders {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n    }\n    chat: node(id: $chat) {\n      id\n    }\n    order: node(id: $order) {\n      id\n    }\n    customer: node(id: $customer) {\n      id\n    }\n  }\n": types.StaffLeavesInsideDocument,
    "\n  subscription StaffLeavesChat($conversationId: ID!) {\n    conversationEvents(conversationId: $conversationId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StaffLeavesChatDocument,
    "\n  subscription StaffLeavesInbox($businessId: ID) {\n    inboxEvents(businessId: $businessId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StaffLeavesInboxDocument,
    "\n  subscription StaffLeavesOrders($businessId: ID) {\n    orderEvents(filter: { businessId: $businessId }) {\n      event {\n        type\n      }\n    }\n  }\n": types.StaffLeavesOrdersDocument,
    "\n  query StrangersNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n": types.StrangersNodesDocument,
    "\n  query StrangersNode($id: ID!) {\n    node(id: $id) {\n      id\n    }\n  }\n": types.StrangersNodeDocument,
    "\n  query StrangersPerson($id: ID!, $shop: ID!) {\n    node(id: $id) {\n      ... on Person {\n        name\n        phone\n        isOperator\n        businesses {\n          role\n        }\n        sessions {\n          id\n        }\n        wallet {\n          __typename\n        }\n        conversations {\n          edges {\n            cursor\n          }\n        }\n        carts {\n          edges {\n            cursor\n          }\n        }\n        orders {\n          edges {\n            cursor\n          }\n        }\n        cart(businessId: $shop) {\n          id\n        }\n      }\n    }\n  }\n": types.StrangersPersonDocument,
    "\n  query WalletHistoryTransfers($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          transfers(first: $first, after: $after) {\n            edges {\n              cursor\n              node {\n                note\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": types.WalletHistoryTransfersDocument,
    "\n  query WalletHistoryStatement($from: DateTime!, $to: DateTime!) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            statementCsv(from: $from, to: $to)\n          }\n        }\n      }\n    }\n  }\n": types.WalletHistoryStatementDocument,
    "\n  query WalletHistoryOthers($id: ID!) {\n    node(id: $id) {\n      ... on Person {\n        wallet {\n          __typename\n        }\n      }\n    }\n  }\n": types.WalletHistoryOthersDocument,
    "\n  subscription WalletLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          sequence\n          content {\n            ... on MoneyContent {\n              request {\n                state\n              }\n              transfer {\n                state\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.WalletLiveChatDocument,
    "\n  mutation TourSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSetStockDocument,
    "\n  fragment TourCart on Cart {\n    id\n    version\n    lines {\n      id\n      quantity\n      product {\n        id\n        name\n      }\n      total {\n        formatted\n        minorUnits\n      }\n    }\n    subtotal {\n      formatted\n      minorUnits\n    }\n    problems {\n      code\n      message\n    }\n  }\n": types.TourCartFragmentDoc,
    "\n  mutation TourClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourClearCartDocument,
    "\n  mutation TourAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourAddLineDocument,
    "\n  mutation TourUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourUpdateLineDocument,
    "\n  fragment TourTransfer on Transfer {\n    id\n    state\n    note\n    amount {\n      formatted\n      minorUnits\n    }\n    fee {\n      minorUnits\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    payment {\n      ...TourPayment\n    }\n  }\n": types.TourTransferFragmentDoc,
    "\n  fragment TourRequest on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      formatted\n      minorUnits\n    }\n  }\n": types.TourRequestFragmentDoc,
    "\n  mutation TourTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourTopUpDocument,
    "\n  mutation TourSendMoney($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSendMoneyDocument,
    "\n  mutation TourAskForMoney($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...TourRequest\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourAskForMoneyDocument,
    "\n  mutation TourAcceptRequest($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourAcceptRequestDocument,
    "\n  mutation TourGiveBack($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourGiveBackDocument,
    "\n  mutation TourSetBankAccount($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        bankName\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSetBankAccountDocument,
    "\n  mutation TourPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          formatted\n          minorUnits\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourPayOutDocument,
    "\n  query TourWallet {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              formatted\n              minorUnits\n            }\n          }\n        }\n      }\n    }\n  }\n": types.TourWalletDocument,
    "\n  query TourShopMoney($handle: String!, $entries: Int!) {\n    business(handle: $handle) {\n      bankAccount {\n        bankName\n        last4\n      }\n      balance {\n        available {\n          formatted\n          minorUnits\n        }\n        heldBack {\n          formatted\n          minorUnits\n        }\n        total {\n          formatted\n          minorUnits\n        }\n        entries(first: $entries) {\n          edges {\n            node {\n              description\n              amount {\n                formatted\n              }\n              balance {\n                formatted\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.TourShopMoneyDocument,
    "\n  query TourTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        currencyCode\n        minorUnits\n        formatted\n      }\n    }\n  }\n": types.TourTrialBalanceDocument,
    "\n  subscription TourWalletEvents {\n    walletEvents {\n      cursor\n      event {\n        type\n        transfer {\n          id\n        }\n        request {\n          id\n        }\n        payment {\n          id\n        }\n        wallet {\n          balances {\n            available {\n              formatted\n            }\n          }\n        }\n      }\n    }\n  }\n": types.TourWalletEventsDocument,
    "\n  subscription TourPayoutEvents($businessId: ID!) {\n    payoutEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n": types.TourPayoutEventsDocument,
    "\n  mutation TourSignInStart($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSignInStartDocument,
    "\n  mutation TourSignInComplete($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        name\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSignInCompleteDocument,
    "\n  mutation TourSignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSignOutDocument,
    "\n  mutation TourStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourStartChatDocument,
    "\n  mutation TourSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourSendDocument,
    "\n  mutation TourRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourReadDocument,
    "\n  mutation TourTyping($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourTypingDocument,
    "\n  mutation TourRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        id\n        brand\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourRegisterCardDocument,
    "\n  mutation TourPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourPlaceDocument,
    "\n  mutation TourPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourPayDocument,
    "\n  mutation TourAnswerChallenge($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourAnswerChallengeDocument,
    "\n  mutation TourConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourConfirmDocument,
    "\n  mutation TourShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourShipDocument,
    "\n  mutation TourDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.TourDeliverDocument,
    "\n  fragment TourOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    total {\n      formatted\n      minorUnits\n    }\n  }\n": types.TourOrderFragmentDoc,
    "\n  query TourReceipt($orderId: ID!) {\n    node(id: $orderId) {\n      ... on Order {\n        ...TourOrder\n        placedAt\n        business {\n          name\n        }\n        lines {\n          name\n          unit\n          quantity\n          shippedQuantity\n          unitPrice {\n            formatted\n          }\n          total {\n            formatted\n            minorUnits\n          }\n        }\n        itemsTotal {\n          formatted\n          minorUnits\n        }\n        discountTotal {\n          formatted\n          minorUnits\n        }\n        shippingTotal {\n          formatted\n          minorUnits\n        }\n        taxTotal {\n          formatted\n          minorUnits\n        }\n        payments {\n          ...TourPayment\n        }\n        timeline {\n          action\n        }\n      }\n    }\n  }\n": types.TourReceiptDocument,
    "\n  fragment TourPayment on Payment {\n    id\n    state\n    amount {\n      formatted\n      minorUnits\n    }\n    card {\n      brand\n      last4\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    refunds {\n      id\n      state\n      reason\n      amount {\n        formatted\n        minorUnits\n      }\n      toWallet {\n        formatted\n        minorUnits\n      }\n    }\n  }\n": types.TourPaymentFragmentDoc,
    "\n  query TourShop($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      viewerCart {\n        id\n        lines {\n          id\n        }\n      }\n      products {\n        totalCount\n      }\n    }\n  }\n": types.TourShopDocument,
    "\n  query TourSearch($handle: String!, $words: String!) {\n    business(handle: $handle) {\n      products(search: $words, first: 5) {\n        edges {\n          node {\n            ...TourProduct\n          }\n        }\n      }\n    }\n  }\n": types.TourSearchDocument,
    "\n  fragment TourProduct on Product {\n    id\n    sku\n    name\n    availability\n    price {\n      formatted\n      minorUnits\n    }\n    stock {\n      free\n      held\n      sold\n    }\n  }\n": types.TourProductFragmentDoc,
    "\n  query TourProducts($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        ...TourProduct\n      }\n    }\n  }\n": types.TourProductsDocument,
    "\n  query TourCards {\n    viewer {\n      ... on Person {\n        wallet {\n          cards(first: 100) {\n            edges {\n              node {\n                id\n                brand\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.TourCardsDocument,
    "\n  fragment TourMessage on Message {\n    id\n    sequence\n    isMine\n    sender {\n      __typename\n      ... on Person {\n        name\n      }\n      ... on Business {\n        name\n      }\n    }\n    content {\n      __typename\n      ... on TextContent {\n        text\n      }\n      ... on ProductContent {\n        product {\n          name\n          unit\n        }\n        priceAsSent {\n          formatted\n        }\n      }\n      ... on CatalogContent {\n        business {\n          name\n          products {\n            totalCount\n          }\n        }\n      }\n      ... on OrderContent {\n        order {\n          ...TourOrder\n        }\n      }\n      ... on PaymentContent {\n        payment {\n          ...TourPayment\n        }\n      }\n      ... on MoneyContent {\n        transfer {\n          ...TourTransfer\n        }\n        request {\n          ...TourRequest\n        }\n      }\n      ... on NoticeContent {\n        code\n        text\n      }\n    }\n  }\n": types.TourMessageFragmentDoc,
    "\n  subscription TourChatEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        isTyping\n        member {\n          readSequence\n          party {\n            ... on Person {\n              name\n            }\n            ... on Business {\n              name\n            }\n          }\n        }\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n": types.TourChatEventsDocument,
    "\n  subscription TourInboxEvents($businessId: ID!, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n": types.TourInboxEventsDocument,
    "\n  subscription TourOrderEvents($after: EventCursor) {\n    orderEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        order {\n          ...TourOrder\n        }\n      }\n    }\n  }\n": types.TourOrderEventsDocument,
    "\n  subscription TourPaymentEvents($after: EventCursor) {\n    paymentEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        payment {\n          ...TourPayment\n        }\n      }\n    }\n  }\n": types.TourPaymentEventsDocument,
    "\n  query MoneyBalance($businessId: ID!, $first: Int, $after: String) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          available {\n            ...MoneyAmount\n          }\n          heldBack {\n            ...MoneyAmount\n          }\n          total {\n            ...MoneyAmount\n          }\n          entries(first: $first, after: $after) {\n            edges {\n              node {\n                kind\n                reference\n                amount {\n                  ...MoneyAmount\n                }\n                balance {\n                  ...MoneyAmount\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n        bankAccount {\n          bankName\n          last4\n        }\n        payouts(first: $first) {\n          edges {\n            node {\n              id\n              state\n              amount {\n                ...MoneyAmount\n              }\n              failure {\n                code\n                message\n              }\n              bankAccount {\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MoneyBalanceDocument,
    "\n  query MoneyBalanceStatement($businessId: ID!, $from: DateTime!, $to: DateTime!) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          statementCsv(from: $from, to: $to)\n        }\n      }\n    }\n  }\n": types.MoneyBalanceStatementDocument,
    "\n  query MoneyPayout($id: ID!) {\n    node(id: $id) {\n      ... on Payout {\n        id\n        state\n        failure {\n          code\n        }\n      }\n    }\n  }\n": types.MoneyPayoutDocument,
    "\n  subscription MoneyPayoutEvents($businessId: ID!, $after: EventCursor) {\n    stream: payoutEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n": types.MoneyPayoutEventsDocument,
    "\n  query MoneyDiscrepancies($resolved: Boolean, $first: Int, $after: String) {\n    discrepancies(resolved: $resolved, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          detail\n          providerRef\n          subject\n          payment {\n            id\n          }\n          resolvedAt\n          resolution\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.MoneyDiscrepanciesDocument,
    "\n  query MoneyReconciliationDays($first: Int, $after: String) {\n    reconciliationDays(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          theirs\n          ours\n          differences\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.MoneyReconciliationDaysDocument,
    "\n  mutation MoneyResolve($input: DiscrepancyResolveInput!) {\n    discrepancyResolve(input: $input) {\n      discrepancy {\n        id\n        resolvedAt\n        resolution\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.MoneyResolveDocument,
    "\n  mutation BusinessCreateOne($input: BusinessCreateInput!) {\n    businessCreate(input: $input) {\n      business {\n        id\n        handle\n        name\n        description\n        category\n        country\n        currencyCode\n        viewerRole\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.BusinessCreateOneDocument,
    "\n  mutation BusinessUpdateOne($input: BusinessUpdateInput!) {\n    businessUpdate(input: $input) {\n      business {\n        name\n        description\n        category\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.BusinessUpdateOneDocument,
    "\n  mutation BusinessAddStaff($input: StaffAddInput!) {\n    staffAdd(input: $input) {\n      business {\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.BusinessAddStaffDocument,
    "\n  mutation BusinessUpdateStaff($input: StaffUpdateInput!) {\n    staffUpdate(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.BusinessUpdateStaffDocument,
    "\n  mutation BusinessRemoveStaff($input: StaffRemoveInput!) {\n    staffRemove(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.BusinessRemoveStaffDocument,
    "\n  fragment ShoppingError on UserError {\n    __typename\n    code\n    message\n    path\n    ... on InsufficientStockError {\n      product {\n        id\n      }\n      requested\n      available\n    }\n  }\n": types.ShoppingErrorFragmentDoc,
    "\n  fragment ShoppingCart on Cart {\n    id\n    state\n    version\n    itemCount\n    subtotal {\n      amount\n      currencyCode\n    }\n    lines {\n      id\n      quantity\n      product {\n        id\n      }\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n      addedBy {\n        id\n      }\n    }\n    problems {\n      code\n      lineId\n      message\n    }\n  }\n": types.ShoppingCartFragmentDoc,
    "\n  mutation ShoppingAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingAddLineDocument,
    "\n  mutation ShoppingUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingUpdateLineDocument,
    "\n  mutation ShoppingRemoveLine($input: CartLineRemoveInput!) {\n    cartLineRemove(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingRemoveLineDocument,
    "\n  mutation ShoppingClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingClearCartDocument,
    "\n  query ShoppingReadCart($id: ID!) {\n    node(id: $id) {\n      ... on Cart {\n        ...ShoppingCart\n      }\n    }\n  }\n": types.ShoppingReadCartDocument,
    "\n  mutation CatalogueCreateProduct($input: ProductCreateInput!) {\n    productCreate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n\n  fragment CatalogueProduct on Product {\n    id\n    name\n    description\n    sku\n    unit\n    state\n    availability\n    price {\n      amount\n      currencyCode\n    }\n    regularPrice {\n      amount\n    }\n    salePrice {\n      amount\n    }\n    saleEndsAt\n    photo {\n      url\n    }\n    photos {\n      id\n    }\n    stock {\n      isTracked\n      free\n      held\n      sold\n    }\n  }\n": types.CatalogueCreateProductDocument,
    "\n  mutation CatalogueUpdateProduct($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CatalogueUpdateProductDocument,
    "\n  mutation CatalogueArchiveProduct($input: ProductArchiveInput!) {\n    productArchive(input: $input) {\n      product {\n        state\n        availability\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.CatalogueArchiveProductDocument,
    "\n  mutation CatalogueSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      product {\n        availability\n        stock {\n          isTracked\n          free\n          held\n          sold\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.CatalogueSetStockDocument,
    "\n  query CatalogueReadProduct($id: ID!) {\n    node(id: $id) {\n      ... on Product {\n        ...CatalogueProduct\n      }\n    }\n  }\n": types.CatalogueReadProductDocument,
    "\n  query CatalogueListProducts($handle: String!, $search: String, $first: Int, $after: String) {\n    business(handle: $handle) {\n      products(search: $search, first: $first, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            name\n          }\n        }\n        pageInfo {\n          startCursor\n          endCursor\n          hasNextPage\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": types.CatalogueListProductsDocument,
    "\n  query CatalogueCountProducts($handle: String!, $search: String) {\n    business(handle: $handle) {\n      products(search: $search, first: 1) {\n        totalCount\n      }\n    }\n  }\n": types.CatalogueCountProductsDocument,
    "\n  mutation ChatStart($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n        lastSequence\n        unreadCount\n        business {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ChatStartDocument,
    "\n  mutation ChatSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n        clientId\n        isMine\n        sender {\n          __typename\n        }\n        content {\n          __typename\n          ... on TextContent {\n            text\n          }\n        }\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.ChatSendDocument,
    "\n  mutation ChatRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ChatReadDocument,
    "\n  mutation ChatType($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ChatTypeDocument,
    "\n  mutation ChatBlock($input: ConversationBlockInput!) {\n    conversationBlock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ChatBlockDocument,
    "\n  mutation ChatUnblock($input: ConversationUnblockInput!) {\n    conversationUnblock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.ChatUnblockDocument,
    "\n  mutation IdentityStartSignIn($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.IdentityStartSignInDocument,
    "\n  mutation IdentityCompleteSignIn($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        id\n        name\n        phone\n        language\n        country\n        isOperator\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.IdentityCompleteSignInDocument,
    "\n  query IdentityWhoAmI {\n    viewer {\n      id\n      name\n      ... on Person {\n        phone\n        language\n        sessions {\n          id\n          device\n          isCurrent\n          createdAt\n          lastSeenAt\n          expiresAt\n        }\n      }\n    }\n  }\n": types.IdentityWhoAmIDocument,
    "\n  mutation IdentityRevokeSession($input: SessionRevokeInput!) {\n    sessionRevoke(input: $input) {\n      revokedSessionId\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n": types.IdentityRevokeSessionDocument,
    "\n  mutation IdentitySignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n      }\n    }\n  }\n": types.IdentitySignOutDocument,
    "\n  query MoneyChat($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              isMine\n              content {\n                __typename\n                ... on MoneyContent {\n                  transfer {\n                    id\n                    state\n                    note\n                    amount {\n                      ...MoneyAmount\n                    }\n                    fee {\n                      ...MoneyAmount\n                    }\n                    fromBalance {\n                      ...MoneyAmount\n                    }\n                    payment {\n                      id\n                    }\n                  }\n                  request {\n                    id\n                    state\n                    availableActions\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MoneyChatDocument,
    "\n  query MoneyReadTransfer($id: ID!) {\n    node(id: $id) {\n      ... on Transfer {\n        ...MoneyTransfer\n        sender {\n          id\n        }\n        recipient {\n          id\n        }\n      }\n    }\n  }\n": types.MoneyReadTransferDocument,
    "\n  query MoneyReadRequest($id: ID!) {\n    node(id: $id) {\n      ... on MoneyRequest {\n        ...MoneyRequestParts\n      }\n    }\n  }\n": types.MoneyReadRequestDocument,
    "\n  fragment MoneyAmount on Money {\n    amount\n    currencyCode\n  }\n": types.MoneyAmountFragmentDoc,
    "\n  fragment MoneyError on UserError {\n    ...ShoppingError\n    ... on LimitExceededError {\n      couldSend: available {\n        ...MoneyAmount\n      }\n    }\n    ... on InsufficientFundsError {\n      couldSpend: available {\n        ...MoneyAmount\n      }\n    }\n  }\n": types.MoneyErrorFragmentDoc,
    "\n  fragment MoneyTransfer on Transfer {\n    id\n    state\n    note\n    reversalReason\n    amount {\n      ...MoneyAmount\n    }\n    fee {\n      ...MoneyAmount\n    }\n    fromBalance {\n      ...MoneyAmount\n    }\n    payment {\n      id\n      state\n      challenge {\n        kind\n      }\n      failure {\n        code\n      }\n    }\n  }\n": types.MoneyTransferFragmentDoc,
    "\n  fragment MoneyRequestParts on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      ...MoneyAmount\n    }\n    transfers {\n      id\n      state\n    }\n  }\n": types.MoneyRequestPartsFragmentDoc,
    "\n  mutation MoneySend($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneySendDocument,
    "\n  mutation MoneyAsk($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyAskDocument,
    "\n  mutation MoneyAccept($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyAcceptDocument,
    "\n  mutation MoneyDecline($input: MoneyRequestDeclineInput!) {\n    moneyRequestDecline(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyDeclineDocument,
    "\n  mutation MoneyCancel($input: MoneyRequestCancelInput!) {\n    moneyRequestCancel(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyCancelDocument,
    "\n  mutation MoneyReverse($input: MoneyReverseInput!) {\n    moneyReverse(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyReverseDocument,
    "\n  mutation MoneyTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyTopUpDocument,
    "\n  mutation MoneyRefund($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...ShoppingPayment\n        refunded {\n          ...MoneyAmount\n        }\n        refunds {\n          id\n          state\n          amount {\n            ...MoneyAmount\n          }\n          toWallet {\n            ...MoneyAmount\n          }\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyRefundDocument,
    "\n  mutation MoneySetBank($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        id\n        bankName\n        last4\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneySetBankDocument,
    "\n  mutation MoneyPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          ...MoneyAmount\n        }\n        failure {\n          code\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n": types.MoneyPayOutDocument,
    "\n  query MoneyWallet($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n            held {\n              ...MoneyAmount\n            }\n            total {\n              ...MoneyAmount\n            }\n            entries(first: $first, after: $after) {\n              edges {\n                cursor\n                node {\n                  id\n                  kind\n                  description\n                  amount {\n                    ...MoneyAmount\n                  }\n                  balance {\n                    ...MoneyAmount\n                  }\n                }\n              }\n              pageInfo {\n                hasNextPage\n                endCursor\n              }\n            }\n          }\n          transfers(first: $first) {\n            edges {\n              node {\n                ...MoneyTransfer\n              }\n            }\n          }\n          limits {\n            perTransfer {\n              ...MoneyAmount\n            }\n            perDay {\n              ...MoneyAmount\n            }\n            perMonth {\n              ...MoneyAmount\n            }\n            sentToday {\n              ...MoneyAmount\n            }\n            sentThisMonth {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MoneyWalletDocument,
    "\n  subscription MoneyWalletEvents($after: EventCursor) {\n    stream: walletEvents(after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        transfer {\n          id\n          state\n        }\n        request {\n          id\n          state\n        }\n        payment {\n          id\n          state\n        }\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MoneyWalletEventsDocument,
    "\n  fragment ShoppingOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    note\n    itemsTotal {\n      amount\n    }\n    total {\n      amount\n      currencyCode\n    }\n    conversation {\n      id\n    }\n    lines {\n      id\n      name\n      quantity\n      shippedQuantity\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n    }\n    shipments {\n      carrier\n      trackingNumber\n      deliveredAt\n      items {\n        quantity\n        line {\n          id\n        }\n      }\n    }\n    timeline {\n      action\n      reason\n      person {\n        id\n      }\n    }\n    payments {\n      id\n      state\n      refunds {\n        state\n        reason\n        amount {\n          amount\n        }\n      }\n    }\n  }\n": types.ShoppingOrderFragmentDoc,
    "\n  mutation ShoppingPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingPlaceDocument,
    "\n  mutation ShoppingConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingConfirmDocument,
    "\n  mutation ShoppingShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingShipDocument,
    "\n  mutation ShoppingDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingDeliverDocument,
    "\n  mutation ShoppingCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingCancelDocument,
    "\n  query ShoppingReadOrder($id: ID!) {\n    node(id: $id) {\n      ... on Order {\n        ...ShoppingOrder\n      }\n    }\n  }\n": types.ShoppingReadOrderDocument,
    "\n  fragment ShoppingPayment on Payment {\n    id\n    state\n    availableActions\n    amount {\n      amount\n      currencyCode\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    card {\n      last4\n    }\n    method\n    fromBalance {\n      amount\n    }\n    refunded {\n      amount\n    }\n    creditedAt\n    order {\n      id\n      state\n      paymentState\n    }\n  }\n": types.ShoppingPaymentFragmentDoc,
    "\n  fragment ShoppingCard on Card {\n    id\n    brand\n    last4\n    isDefault\n    isRemoved\n  }\n": types.ShoppingCardFragmentDoc,
    "\n  mutation ShoppingPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingPayDocument,
    "\n  mutation ShoppingConfirmPayment($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingConfirmPaymentDocument,
    "\n  mutation ShoppingCancelPayment($input: PaymentCancelInput!) {\n    paymentCancel(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingCancelPaymentDocument,
    "\n  query ShoppingReadPayment($id: ID!) {\n    node(id: $id) {\n      ... on Payment {\n        ...ShoppingPayment\n      }\n    }\n  }\n": types.ShoppingReadPaymentDocument,
    "\n  mutation ShoppingAskAgain($input: PaymentAskAgainInput!) {\n    paymentAskAgain(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingAskAgainDocument,
    "\n  mutation ShoppingRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingRegisterCardDocument,
    "\n  mutation ShoppingRemoveCard($input: CardRemoveInput!) {\n    cardRemove(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingRemoveCardDocument,
    "\n  mutation ShoppingMakeCardDefault($input: CardMakeDefaultInput!) {\n    cardMakeDefault(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n": types.ShoppingMakeCardDefaultDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BusinessFind($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      staff {\n        role\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessFindDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BusinessList($country: CountryCode, $search: String, $first: Int, $after: String) {\n    businesses(country: $country, search: $search, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BusinessMarkets($country: CountryCode!) {\n    market(country: $country) {\n      name\n      currencyCode\n      languages\n    }\n    markets {\n      country\n    }\n  }\n"): typeof import('./graphql.ts').BusinessMarketsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardsOfViewer {\n    viewer {\n      ... on Person {\n        wallet {\n          cards {\n            edges {\n              node {\n                ...ShoppingCard\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CardsOfViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardsExpiry($id: ID!) {\n    node(id: $id) {\n      ... on Card {\n        expMonth\n        expYear\n        isRemoved\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CardsExpiryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CartSharingEvents($cartId: ID!) {\n    stream: cartEvents(cartId: $cartId) {\n      cursor\n      event {\n        type\n        sequence\n        cart {\n          version\n          state\n          itemCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CartSharingEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatLiveEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          sequence\n          isMine\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n        member {\n          readSequence\n        }\n        conversation {\n          lastSequence\n          unreadCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatLiveEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatLiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatLiveSnapshotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BlockRead($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        isBlocked\n        lastSequence\n        messages {\n          edges {\n            node {\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BlockChatEvents($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockChatEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BlockInboxEvents($businessId: ID) {\n    stream: inboxEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        conversation {\n          id\n          isBlocked\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockInboxEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConversationsInbox($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        conversations(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              lastMessage {\n                sequence\n              }\n              members {\n                party {\n                  __typename\n                  ... on Person {\n                    id\n                    name\n                    phone\n                  }\n                  ... on Business {\n                    id\n                  }\n                }\n              }\n            }\n          }\n          pageInfo {\n            endCursor\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConversationsInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription InboxLiveEvents($businessId: ID, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        conversation {\n          id\n          unreadCount\n        }\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').InboxLiveEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerEntries($kind: LedgerAccountKind!, $owner: ID, $first: Int, $after: String) {\n    ledgerEntries(kind: $kind, ownerId: $owner, currencyCode: \"INR\", first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          description\n          reference\n          createdAt\n          amount {\n            amount\n          }\n          balance {\n            formatted\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LedgerEntriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        minorUnits\n        currencyCode\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LedgerTrialBalanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerHeads($after: String) {\n    ledgerHeads(first: 5, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          hash\n          position\n          publishedAt\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LedgerHeadsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveChat($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        occurredAt\n        message {\n          id\n          sequence\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LiveChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveSnapshot($id: ID!) {\n    eventCursor\n    node(id: $id) {\n      ... on Conversation {\n        messages(last: 100) {\n          edges {\n            node {\n              sequence\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LiveSnapshotDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagePagesThread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    node(id: $id) {\n      ... on Conversation {\n        lastSequence\n        messages(first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              sequence\n            }\n          }\n          pageInfo {\n            startCursor\n            endCursor\n            hasNextPage\n            hasPreviousPage\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MessagePagesThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagesCard($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        content {\n          __typename\n          ... on ProductContent {\n            wasAvailable\n            priceAsSent {\n              amount\n            }\n            product {\n              name\n              availability\n              price {\n                amount\n              }\n            }\n          }\n          ... on CatalogContent {\n            business {\n              id\n            }\n          }\n          ... on CartContent {\n            subtotal {\n              amount\n            }\n            lines {\n              name\n              quantity\n              total {\n                amount\n              }\n            }\n            cart {\n              itemCount\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MessagesCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MoneyCardInbox {\n    stream: inboxEvents {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyCardInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MoneyCardChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        sequence\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyCardChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderExpiryEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        order {\n          state\n          paymentState\n          availableActions\n          lines {\n            product {\n              availability\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderExpiryEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderLists($id: ID!, $first: Int, $after: String, $state: OrderState) {\n    node(id: $id) {\n      __typename\n      ... on Person {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n      ... on Business {\n        orders(first: $first, after: $after, state: $state) {\n          ...OrderListPage\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderListPage on OrderConnection {\n    edges {\n      node {\n        id\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n"): typeof import('./graphql.ts').OrderListPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderListCarts($personId: ID!, $businessId: ID!) {\n    person: node(id: $personId) {\n      ... on Person {\n        carts {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        cart(businessId: $businessId) {\n          id\n        }\n      }\n    }\n    business: node(id: $businessId) {\n      ... on Business {\n        viewerCart {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderListCartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderLiveEvents($filter: OrderEventFilter) {\n    stream: orderEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        order {\n          id\n          state\n          paymentState\n          fulfillmentState\n          availableActions\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderLiveEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          id\n          sequence\n          content {\n            __typename\n            ... on OrderContent {\n              order {\n                paymentState\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderLiveChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderLiveThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                  order {\n                    id\n                  }\n                }\n                ... on PaymentContent {\n                  payment {\n                    state\n                  }\n                }\n                ... on OrderContent {\n                  order {\n                    id\n                    state\n                    fulfillmentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OrderLiveThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PayEvents($filter: PaymentEventFilter) {\n    stream: paymentEvents(filter: $filter) {\n      cursor\n      event {\n        type\n        sequence\n        payment {\n          id\n          state\n          card {\n            last4\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PayEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchaseAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        id\n        subtotal {\n          amount\n        }\n        problems {\n          code\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchaseAddLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchasePlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        id\n        number\n        state\n        paymentState\n        total {\n          amount\n          currencyCode\n        }\n        conversation {\n          id\n        }\n        availableActions\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchasePlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurchasePay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        id\n        state\n        order {\n          paymentState\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchasePayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PurchaseThread($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              sequence\n              sender {\n                __typename\n              }\n              content {\n                __typename\n                ... on NoticeContent {\n                  code\n                  text\n                }\n                ... on OrderContent {\n                  order {\n                    paymentState\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PurchaseThreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptsMarkers($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        members {\n          deliveredSequence\n          readSequence\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReceiptsMarkersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ReceiptsTyping($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        isTyping\n        member {\n          party {\n            __typename\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReceiptsTypingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScalarsSale($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        saleEndsAt\n        regularPrice {\n          amount\n          minorUnits\n          formatted(locale: \"en-IN\")\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ScalarsSaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SessionsInbox {\n    inboxEvents {\n      cursor\n      event {\n        type\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SessionsInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionsStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SessionsStartChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaffLeavesInside($shop: ID!, $chat: ID!, $order: ID!, $customer: ID!) {\n    shop: node(id: $shop) {\n      ... on Business {\n        viewerRole\n        staff {\n          role\n        }\n        conversations {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n        orders {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n    }\n    chat: node(id: $chat) {\n      id\n    }\n    order: node(id: $order) {\n      id\n    }\n    customer: node(id: $customer) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').StaffLeavesInsideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StaffLeavesChat($conversationId: ID!) {\n    conversationEvents(conversationId: $conversationId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StaffLeavesChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StaffLeavesInbox($businessId: ID) {\n    inboxEvents(businessId: $businessId) {\n      event {\n        message {\n          content {\n            ... on TextContent {\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StaffLeavesInboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription StaffLeavesOrders($businessId: ID) {\n    orderEvents(filter: { businessId: $businessId }) {\n      event {\n        type\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StaffLeavesOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StrangersNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n    }\n  }\n"): typeof import('./graphql.ts').StrangersNodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StrangersNode($id: ID!) {\n    node(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').StrangersNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StrangersPerson($id: ID!, $shop: ID!) {\n    node(id: $id) {\n      ... on Person {\n        name\n        phone\n        isOperator\n        businesses {\n          role\n        }\n        sessions {\n          id\n        }\n        wallet {\n          __typename\n        }\n        conversations {\n          edges {\n            cursor\n          }\n        }\n        carts {\n          edges {\n            cursor\n          }\n        }\n        orders {\n          edges {\n            cursor\n          }\n        }\n        cart(businessId: $shop) {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StrangersPersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WalletHistoryTransfers($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          transfers(first: $first, after: $after) {\n            edges {\n              cursor\n              node {\n                note\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WalletHistoryTransfersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WalletHistoryStatement($from: DateTime!, $to: DateTime!) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            statementCsv(from: $from, to: $to)\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WalletHistoryStatementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WalletHistoryOthers($id: ID!) {\n    node(id: $id) {\n      ... on Person {\n        wallet {\n          __typename\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WalletHistoryOthersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WalletLiveChat($id: ID!) {\n    stream: conversationEvents(conversationId: $id) {\n      cursor\n      event {\n        type\n        message {\n          sequence\n          content {\n            ... on MoneyContent {\n              request {\n                state\n              }\n              transfer {\n                state\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WalletLiveChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSetStockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourCart on Cart {\n    id\n    version\n    lines {\n      id\n      quantity\n      product {\n        id\n        name\n      }\n      total {\n        formatted\n        minorUnits\n      }\n    }\n    subtotal {\n      formatted\n      minorUnits\n    }\n    problems {\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').TourCartFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourClearCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourAddLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...TourCart\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourUpdateLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourTransfer on Transfer {\n    id\n    state\n    note\n    amount {\n      formatted\n      minorUnits\n    }\n    fee {\n      minorUnits\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    payment {\n      ...TourPayment\n    }\n  }\n"): typeof import('./graphql.ts').TourTransferFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourRequest on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      formatted\n      minorUnits\n    }\n  }\n"): typeof import('./graphql.ts').TourRequestFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourTopUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSendMoney($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSendMoneyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourAskForMoney($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...TourRequest\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourAskForMoneyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourAcceptRequest($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...TourTransfer\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourAcceptRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourGiveBack($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...TourPayment\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourGiveBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSetBankAccount($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        bankName\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSetBankAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          formatted\n          minorUnits\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPayOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourWallet {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              formatted\n              minorUnits\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourWalletDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourShopMoney($handle: String!, $entries: Int!) {\n    business(handle: $handle) {\n      bankAccount {\n        bankName\n        last4\n      }\n      balance {\n        available {\n          formatted\n          minorUnits\n        }\n        heldBack {\n          formatted\n          minorUnits\n        }\n        total {\n          formatted\n          minorUnits\n        }\n        entries(first: $entries) {\n          edges {\n            node {\n              description\n              amount {\n                formatted\n              }\n              balance {\n                formatted\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourShopMoneyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourTrialBalance {\n    trialBalance {\n      kind\n      accounts\n      balance {\n        currencyCode\n        minorUnits\n        formatted\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourTrialBalanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourWalletEvents {\n    walletEvents {\n      cursor\n      event {\n        type\n        transfer {\n          id\n        }\n        request {\n          id\n        }\n        payment {\n          id\n        }\n        wallet {\n          balances {\n            available {\n              formatted\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourWalletEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourPayoutEvents($businessId: ID!) {\n    payoutEvents(businessId: $businessId) {\n      cursor\n      event {\n        type\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPayoutEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSignInStart($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSignInStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSignInComplete($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        name\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSignInCompleteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourStartChat($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourStartChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourTyping($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourTypingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        id\n        brand\n        last4\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourRegisterCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourAnswerChallenge($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...TourPayment\n        order {\n          ...TourOrder\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourAnswerChallengeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourShipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TourDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...TourOrder\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourDeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    total {\n      formatted\n      minorUnits\n    }\n  }\n"): typeof import('./graphql.ts').TourOrderFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourReceipt($orderId: ID!) {\n    node(id: $orderId) {\n      ... on Order {\n        ...TourOrder\n        placedAt\n        business {\n          name\n        }\n        lines {\n          name\n          unit\n          quantity\n          shippedQuantity\n          unitPrice {\n            formatted\n          }\n          total {\n            formatted\n            minorUnits\n          }\n        }\n        itemsTotal {\n          formatted\n          minorUnits\n        }\n        discountTotal {\n          formatted\n          minorUnits\n        }\n        shippingTotal {\n          formatted\n          minorUnits\n        }\n        taxTotal {\n          formatted\n          minorUnits\n        }\n        payments {\n          ...TourPayment\n        }\n        timeline {\n          action\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourReceiptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourPayment on Payment {\n    id\n    state\n    amount {\n      formatted\n      minorUnits\n    }\n    card {\n      brand\n      last4\n    }\n    fromBalance {\n      formatted\n      minorUnits\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    refunds {\n      id\n      state\n      reason\n      amount {\n        formatted\n        minorUnits\n      }\n      toWallet {\n        formatted\n        minorUnits\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPaymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourShop($handle: String!) {\n    business(handle: $handle) {\n      id\n      name\n      viewerRole\n      viewerCart {\n        id\n        lines {\n          id\n        }\n      }\n      products {\n        totalCount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourShopDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourSearch($handle: String!, $words: String!) {\n    business(handle: $handle) {\n      products(search: $words, first: 5) {\n        edges {\n          node {\n            ...TourProduct\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourProduct on Product {\n    id\n    sku\n    name\n    availability\n    price {\n      formatted\n      minorUnits\n    }\n    stock {\n      free\n      held\n      sold\n    }\n  }\n"): typeof import('./graphql.ts').TourProductFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourProducts($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      ... on Product {\n        ...TourProduct\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TourCards {\n    viewer {\n      ... on Person {\n        wallet {\n          cards(first: 100) {\n            edges {\n              node {\n                id\n                brand\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourCardsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TourMessage on Message {\n    id\n    sequence\n    isMine\n    sender {\n      __typename\n      ... on Person {\n        name\n      }\n      ... on Business {\n        name\n      }\n    }\n    content {\n      __typename\n      ... on TextContent {\n        text\n      }\n      ... on ProductContent {\n        product {\n          name\n          unit\n        }\n        priceAsSent {\n          formatted\n        }\n      }\n      ... on CatalogContent {\n        business {\n          name\n          products {\n            totalCount\n          }\n        }\n      }\n      ... on OrderContent {\n        order {\n          ...TourOrder\n        }\n      }\n      ... on PaymentContent {\n        payment {\n          ...TourPayment\n        }\n      }\n      ... on MoneyContent {\n        transfer {\n          ...TourTransfer\n        }\n        request {\n          ...TourRequest\n        }\n      }\n      ... on NoticeContent {\n        code\n        text\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourMessageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourChatEvents($conversationId: ID!, $after: EventCursor) {\n    conversationEvents(conversationId: $conversationId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        isTyping\n        member {\n          readSequence\n          party {\n            ... on Person {\n              name\n            }\n            ... on Business {\n              name\n            }\n          }\n        }\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourChatEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourInboxEvents($businessId: ID!, $after: EventCursor) {\n    inboxEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        message {\n          ...TourMessage\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourInboxEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourOrderEvents($after: EventCursor) {\n    orderEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        order {\n          ...TourOrder\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourOrderEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TourPaymentEvents($after: EventCursor) {\n    paymentEvents(after: $after) {\n      cursor\n      event {\n        id\n        type\n        sequence\n        payment {\n          ...TourPayment\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TourPaymentEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyBalance($businessId: ID!, $first: Int, $after: String) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          available {\n            ...MoneyAmount\n          }\n          heldBack {\n            ...MoneyAmount\n          }\n          total {\n            ...MoneyAmount\n          }\n          entries(first: $first, after: $after) {\n            edges {\n              node {\n                kind\n                reference\n                amount {\n                  ...MoneyAmount\n                }\n                balance {\n                  ...MoneyAmount\n                }\n              }\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n        bankAccount {\n          bankName\n          last4\n        }\n        payouts(first: $first) {\n          edges {\n            node {\n              id\n              state\n              amount {\n                ...MoneyAmount\n              }\n              failure {\n                code\n                message\n              }\n              bankAccount {\n                last4\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyBalanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyBalanceStatement($businessId: ID!, $from: DateTime!, $to: DateTime!) {\n    node(id: $businessId) {\n      ... on Business {\n        balance {\n          statementCsv(from: $from, to: $to)\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyBalanceStatementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyPayout($id: ID!) {\n    node(id: $id) {\n      ... on Payout {\n        id\n        state\n        failure {\n          code\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyPayoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MoneyPayoutEvents($businessId: ID!, $after: EventCursor) {\n    stream: payoutEvents(businessId: $businessId, after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        payout {\n          id\n          state\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyPayoutEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyDiscrepancies($resolved: Boolean, $first: Int, $after: String) {\n    discrepancies(resolved: $resolved, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          detail\n          providerRef\n          subject\n          payment {\n            id\n          }\n          resolvedAt\n          resolution\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyDiscrepanciesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyReconciliationDays($first: Int, $after: String) {\n    reconciliationDays(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          day\n          theirs\n          ours\n          differences\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyReconciliationDaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyResolve($input: DiscrepancyResolveInput!) {\n    discrepancyResolve(input: $input) {\n      discrepancy {\n        id\n        resolvedAt\n        resolution\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyResolveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BusinessCreateOne($input: BusinessCreateInput!) {\n    businessCreate(input: $input) {\n      business {\n        id\n        handle\n        name\n        description\n        category\n        country\n        currencyCode\n        viewerRole\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessCreateOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BusinessUpdateOne($input: BusinessUpdateInput!) {\n    businessUpdate(input: $input) {\n      business {\n        name\n        description\n        category\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessUpdateOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BusinessAddStaff($input: StaffAddInput!) {\n    staffAdd(input: $input) {\n      business {\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessAddStaffDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BusinessUpdateStaff($input: StaffUpdateInput!) {\n    staffUpdate(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n          person {\n            id\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessUpdateStaffDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BusinessRemoveStaff($input: StaffRemoveInput!) {\n    staffRemove(input: $input) {\n      business {\n        viewerRole\n        staff {\n          role\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BusinessRemoveStaffDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShoppingError on UserError {\n    __typename\n    code\n    message\n    path\n    ... on InsufficientStockError {\n      product {\n        id\n      }\n      requested\n      available\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingErrorFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShoppingCart on Cart {\n    id\n    state\n    version\n    itemCount\n    subtotal {\n      amount\n      currencyCode\n    }\n    lines {\n      id\n      quantity\n      product {\n        id\n      }\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n      addedBy {\n        id\n      }\n    }\n    problems {\n      code\n      lineId\n      message\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingCartFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingAddLine($input: CartLineAddInput!) {\n    cartLineAdd(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingAddLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingUpdateLine($input: CartLineUpdateInput!) {\n    cartLineUpdate(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingUpdateLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingRemoveLine($input: CartLineRemoveInput!) {\n    cartLineRemove(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingRemoveLineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingClearCart($input: CartClearInput!) {\n    cartClear(input: $input) {\n      cart {\n        ...ShoppingCart\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingClearCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShoppingReadCart($id: ID!) {\n    node(id: $id) {\n      ... on Cart {\n        ...ShoppingCart\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingReadCartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CatalogueCreateProduct($input: ProductCreateInput!) {\n    productCreate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n\n  fragment CatalogueProduct on Product {\n    id\n    name\n    description\n    sku\n    unit\n    state\n    availability\n    price {\n      amount\n      currencyCode\n    }\n    regularPrice {\n      amount\n    }\n    salePrice {\n      amount\n    }\n    saleEndsAt\n    photo {\n      url\n    }\n    photos {\n      id\n    }\n    stock {\n      isTracked\n      free\n      held\n      sold\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueCreateProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CatalogueUpdateProduct($input: ProductUpdateInput!) {\n    productUpdate(input: $input) {\n      product {\n        ...CatalogueProduct\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueUpdateProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CatalogueArchiveProduct($input: ProductArchiveInput!) {\n    productArchive(input: $input) {\n      product {\n        state\n        availability\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueArchiveProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CatalogueSetStock($input: StockSetInput!) {\n    stockSet(input: $input) {\n      product {\n        availability\n        stock {\n          isTracked\n          free\n          held\n          sold\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueSetStockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogueReadProduct($id: ID!) {\n    node(id: $id) {\n      ... on Product {\n        ...CatalogueProduct\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueReadProductDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogueListProducts($handle: String!, $search: String, $first: Int, $after: String) {\n    business(handle: $handle) {\n      products(search: $search, first: $first, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            name\n          }\n        }\n        pageInfo {\n          startCursor\n          endCursor\n          hasNextPage\n          hasPreviousPage\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueListProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogueCountProducts($handle: String!, $search: String) {\n    business(handle: $handle) {\n      products(search: $search, first: 1) {\n        totalCount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CatalogueCountProductsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatStart($input: ConversationStartInput!) {\n    conversationStart(input: $input) {\n      conversation {\n        id\n        lastSequence\n        unreadCount\n        business {\n          id\n        }\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatSend($input: MessageSendInput!) {\n    messageSend(input: $input) {\n      message {\n        id\n        sequence\n        clientId\n        isMine\n        sender {\n          __typename\n        }\n        content {\n          __typename\n          ... on TextContent {\n            text\n          }\n        }\n      }\n      userErrors {\n        code\n        message\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatSendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatRead($input: MessagesReadInput!) {\n    messagesRead(input: $input) {\n      conversation {\n        unreadCount\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatReadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatType($input: TypingSetInput!) {\n    typingSet(input: $input) {\n      conversation {\n        id\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatTypeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatBlock($input: ConversationBlockInput!) {\n    conversationBlock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatBlockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChatUnblock($input: ConversationUnblockInput!) {\n    conversationUnblock(input: $input) {\n      conversation {\n        id\n        isBlocked\n        lastSequence\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChatUnblockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentityStartSignIn($input: SignInStartInput!) {\n    signInStart(input: $input) {\n      expiresAt\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IdentityStartSignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentityCompleteSignIn($input: SignInCompleteInput!) {\n    signInComplete(input: $input) {\n      token\n      person {\n        id\n        name\n        phone\n        language\n        country\n        isOperator\n      }\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IdentityCompleteSignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IdentityWhoAmI {\n    viewer {\n      id\n      name\n      ... on Person {\n        phone\n        language\n        sessions {\n          id\n          device\n          isCurrent\n          createdAt\n          lastSeenAt\n          expiresAt\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IdentityWhoAmIDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentityRevokeSession($input: SessionRevokeInput!) {\n    sessionRevoke(input: $input) {\n      revokedSessionId\n      userErrors {\n        code\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IdentityRevokeSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IdentitySignOut {\n    signOut {\n      signedOut\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IdentitySignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyChat($id: ID!) {\n    node(id: $id) {\n      ... on Conversation {\n        unreadCount\n        messages {\n          edges {\n            node {\n              id\n              sequence\n              isMine\n              content {\n                __typename\n                ... on MoneyContent {\n                  transfer {\n                    id\n                    state\n                    note\n                    amount {\n                      ...MoneyAmount\n                    }\n                    fee {\n                      ...MoneyAmount\n                    }\n                    fromBalance {\n                      ...MoneyAmount\n                    }\n                    payment {\n                      id\n                    }\n                  }\n                  request {\n                    id\n                    state\n                    availableActions\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyChatDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyReadTransfer($id: ID!) {\n    node(id: $id) {\n      ... on Transfer {\n        ...MoneyTransfer\n        sender {\n          id\n        }\n        recipient {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyReadTransferDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyReadRequest($id: ID!) {\n    node(id: $id) {\n      ... on MoneyRequest {\n        ...MoneyRequestParts\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyReadRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MoneyAmount on Money {\n    amount\n    currencyCode\n  }\n"): typeof import('./graphql.ts').MoneyAmountFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MoneyError on UserError {\n    ...ShoppingError\n    ... on LimitExceededError {\n      couldSend: available {\n        ...MoneyAmount\n      }\n    }\n    ... on InsufficientFundsError {\n      couldSpend: available {\n        ...MoneyAmount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyErrorFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MoneyTransfer on Transfer {\n    id\n    state\n    note\n    reversalReason\n    amount {\n      ...MoneyAmount\n    }\n    fee {\n      ...MoneyAmount\n    }\n    fromBalance {\n      ...MoneyAmount\n    }\n    payment {\n      id\n      state\n      challenge {\n        kind\n      }\n      failure {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyTransferFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MoneyRequestParts on MoneyRequest {\n    id\n    state\n    note\n    availableActions\n    amount {\n      ...MoneyAmount\n    }\n    transfers {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').MoneyRequestPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneySend($input: MoneySendInput!) {\n    moneySend(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneySendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyAsk($input: MoneyRequestInput!) {\n    moneyRequest(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyAskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyAccept($input: MoneyRequestAcceptInput!) {\n    moneyRequestAccept(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyAcceptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyDecline($input: MoneyRequestDeclineInput!) {\n    moneyRequestDecline(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyDeclineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyCancel($input: MoneyRequestCancelInput!) {\n    moneyRequestCancel(input: $input) {\n      request {\n        ...MoneyRequestParts\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyReverse($input: MoneyReverseInput!) {\n    moneyReverse(input: $input) {\n      transfer {\n        ...MoneyTransfer\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyReverseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyTopUp($input: WalletTopUpInput!) {\n    walletTopUp(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyTopUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyRefund($input: RefundCreateInput!) {\n    refundCreate(input: $input) {\n      payment {\n        ...ShoppingPayment\n        refunded {\n          ...MoneyAmount\n        }\n        refunds {\n          id\n          state\n          amount {\n            ...MoneyAmount\n          }\n          toWallet {\n            ...MoneyAmount\n          }\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneySetBank($input: BankAccountSetInput!) {\n    bankAccountSet(input: $input) {\n      bankAccount {\n        id\n        bankName\n        last4\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneySetBankDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoneyPayOut($input: PayoutCreateInput!) {\n    payoutCreate(input: $input) {\n      payout {\n        id\n        state\n        amount {\n          ...MoneyAmount\n        }\n        failure {\n          code\n        }\n      }\n      userErrors {\n        ...MoneyError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyPayOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoneyWallet($first: Int, $after: String) {\n    viewer {\n      ... on Person {\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n            held {\n              ...MoneyAmount\n            }\n            total {\n              ...MoneyAmount\n            }\n            entries(first: $first, after: $after) {\n              edges {\n                cursor\n                node {\n                  id\n                  kind\n                  description\n                  amount {\n                    ...MoneyAmount\n                  }\n                  balance {\n                    ...MoneyAmount\n                  }\n                }\n              }\n              pageInfo {\n                hasNextPage\n                endCursor\n              }\n            }\n          }\n          transfers(first: $first) {\n            edges {\n              node {\n                ...MoneyTransfer\n              }\n            }\n          }\n          limits {\n            perTransfer {\n              ...MoneyAmount\n            }\n            perDay {\n              ...MoneyAmount\n            }\n            perMonth {\n              ...MoneyAmount\n            }\n            sentToday {\n              ...MoneyAmount\n            }\n            sentThisMonth {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyWalletDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MoneyWalletEvents($after: EventCursor) {\n    stream: walletEvents(after: $after) {\n      cursor\n      event {\n        type\n        sequence\n        transfer {\n          id\n          state\n        }\n        request {\n          id\n          state\n        }\n        payment {\n          id\n          state\n        }\n        wallet {\n          balances {\n            available {\n              ...MoneyAmount\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoneyWalletEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShoppingOrder on Order {\n    id\n    number\n    state\n    paymentState\n    fulfillmentState\n    availableActions\n    holdExpiresAt\n    note\n    itemsTotal {\n      amount\n    }\n    total {\n      amount\n      currencyCode\n    }\n    conversation {\n      id\n    }\n    lines {\n      id\n      name\n      quantity\n      shippedQuantity\n      unitPrice {\n        amount\n      }\n      total {\n        amount\n      }\n    }\n    shipments {\n      carrier\n      trackingNumber\n      deliveredAt\n      items {\n        quantity\n        line {\n          id\n        }\n      }\n    }\n    timeline {\n      action\n      reason\n      person {\n        id\n      }\n    }\n    payments {\n      id\n      state\n      refunds {\n        state\n        reason\n        amount {\n          amount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingOrderFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingPlace($input: OrderPlaceInput!) {\n    orderPlace(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingPlaceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingConfirm($input: OrderConfirmInput!) {\n    orderConfirm(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingShip($input: OrderShipInput!) {\n    orderShip(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingShipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingDeliver($input: OrderDeliverInput!) {\n    orderDeliver(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingDeliverDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...ShoppingOrder\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingCancelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShoppingReadOrder($id: ID!) {\n    node(id: $id) {\n      ... on Order {\n        ...ShoppingOrder\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingReadOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShoppingPayment on Payment {\n    id\n    state\n    availableActions\n    amount {\n      amount\n      currencyCode\n    }\n    challenge {\n      kind\n      triesLeft\n    }\n    failure {\n      code\n      message\n    }\n    card {\n      last4\n    }\n    method\n    fromBalance {\n      amount\n    }\n    refunded {\n      amount\n    }\n    creditedAt\n    order {\n      id\n      state\n      paymentState\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingPaymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShoppingCard on Card {\n    id\n    brand\n    last4\n    isDefault\n    isRemoved\n  }\n"): typeof import('./graphql.ts').ShoppingCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingPay($input: OrderPayInput!) {\n    orderPay(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingPayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingConfirmPayment($input: PaymentConfirmInput!) {\n    paymentConfirm(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingConfirmPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingCancelPayment($input: PaymentCancelInput!) {\n    paymentCancel(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingCancelPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShoppingReadPayment($id: ID!) {\n    node(id: $id) {\n      ... on Payment {\n        ...ShoppingPayment\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingReadPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingAskAgain($input: PaymentAskAgainInput!) {\n    paymentAskAgain(input: $input) {\n      payment {\n        ...ShoppingPayment\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingAskAgainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingRegisterCard($input: CardRegisterInput!) {\n    cardRegister(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingRegisterCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingRemoveCard($input: CardRemoveInput!) {\n    cardRemove(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingRemoveCardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShoppingMakeCardDefault($input: CardMakeDefaultInput!) {\n    cardMakeDefault(input: $input) {\n      card {\n        ...ShoppingCard\n      }\n      userErrors {\n        ...ShoppingError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ShoppingMakeCardDefaultDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
