import type { Client } from './client.ts';
import { graphql } from './gql/index.ts';

/* Invoices, as a frontend reads them. */

const InvoicesRead = graphql(`
  query InvoicesRead($businessId: ID!, $first: Int, $after: String, $period: String) {
    node(id: $businessId) {
      ... on Business {
        invoices(first: $first, after: $after) {
          edges {
            node {
              ...InvoiceWhole
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        invoicePreview(period: $period) {
          period
          business {
            id
          }
          lines {
            ...InvoiceLineWhole
          }
          subtotal {
            amount
          }
          taxRate
          tax {
            amount
          }
          total {
            amount
          }
        }
      }
    }
  }

  fragment InvoiceWhole on Invoice {
    id
    number
    numberText
    period
    issuedAt
    business {
      id
    }
    lines {
      ...InvoiceLineWhole
    }
    subtotal {
      amount
    }
    taxRate
    tax {
      amount
    }
    total {
      amount
      currencyCode
    }
  }

  fragment InvoiceLineWhole on InvoiceLine {
    service
    title
    terms
    quantity
    isCredit
    rule {
      id
    }
    amount {
      amount
    }
  }
`);

const InvoiceRead = graphql(`
  query InvoiceRead($id: ID!) {
    node(id: $id) {
      ... on Invoice {
        ...InvoiceWhole
        html
      }
    }
  }
`);

export interface WhichInvoices {
  readonly businessId: string;
  readonly first?: number;
  readonly after?: string;
  /** Of the preview. */
  readonly period?: string;
}

/** The invoices of a business, and the preview of a month. */
export async function readInvoices(client: Client, which: WhichInvoices) {
  const { node } = await client.request(InvoicesRead, which);
  return node && 'invoices' in node ? node : { invoices: null, invoicePreview: null };
}

export async function readInvoice(client: Client, id: string) {
  const { node } = await client.request(InvoiceRead, { id });
  return node && 'numberText' in node ? node : null;
}

export const WatchInvoices = graphql(`
  subscription WatchInvoices($businessId: ID!) {
    stream: feeEvents(businessId: $businessId) {
      cursor
      event {
        type
        invoice {
          id
          numberText
        }
      }
    }
  }
`);
