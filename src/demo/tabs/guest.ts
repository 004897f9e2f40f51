/*
 * The first operation of a tab names it. Lines are short: the editor has half of a window.
 */

export const GUEST_TAB = `# Welcome to Bottega! A guest may look around: run it
# with Ctrl-Enter. The book at the left documents all.
# The other tabs are for a customer (shopping, by message,
# her wallet, locks), for help, for a merchant (chats and
# orders, bot and channels, earnings, fees), for an
# operator (books, countries), and for live streams.

query Guest {
  businesses(country: "IN") {
    edges {
      node {
        handle
        name
        category
        products {
          totalCount
        }
      }
    }
  }
}

# A near-miss finds it all the same. (Put the text cursor
# into an operation, and Ctrl-Enter runs that one.)
query Search {
  business(handle: "sabzi-mandi") {
    products(search: "tomatto", first: 5) {
      edges {
        node {
          id
          name
          unit
          price {
            formatted
          }
          regularPrice {
            formatted
          }
          photo {
            url
          }
        }
      }
    }
  }
}

query Markets {
  markets {
    country
    name
    currencyCode
  }
}
`;
