import { randomUUID } from 'node:crypto';
import { graphql } from './gql/index.ts';
import type { Client } from './client.ts';

/* The commands of a business's owner as a frontend sends them. */

export const CreateBusiness = graphql(`
  mutation BusinessCreateOne($input: BusinessCreateInput!) {
    businessCreate(input: $input) {
      business {
        id
        handle
        name
        description
        category
        country
        currencyCode
        viewerRole
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const UpdateBusiness = graphql(`
  mutation BusinessUpdateOne($input: BusinessUpdateInput!) {
    businessUpdate(input: $input) {
      business {
        name
        description
        category
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const AddStaff = graphql(`
  mutation BusinessAddStaff($input: StaffAddInput!) {
    staffAdd(input: $input) {
      business {
        staff {
          role
          person {
            id
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const UpdateStaff = graphql(`
  mutation BusinessUpdateStaff($input: StaffUpdateInput!) {
    staffUpdate(input: $input) {
      business {
        viewerRole
        staff {
          role
          person {
            id
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const RemoveStaff = graphql(`
  mutation BusinessRemoveStaff($input: StaffRemoveInput!) {
    staffRemove(input: $input) {
      business {
        viewerRole
        staff {
          role
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Upload = `mutation ($input: ImageUploadInput!) {
  imageUpload(input: $input) { image { id url } userErrors { code path } }
}`;

export interface Uploaded {
  readonly status: number;
  readonly image: { readonly id: string; readonly url: string } | null;
  /** Of the first failure, wherever it stands. */
  readonly code: string | null;
}

/** Sends a file as the multipart request of a browser; the header says that it is no form of another page. */
export async function uploadImage(
  client: { readonly url: string; readonly token: string | null },
  businessId: string,
  file: Blob,
  headers: Readonly<Record<string, string>> = { 'x-bottega': '1' },
): Promise<Uploaded> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: Upload, variables: { input: { businessId, file: null } } }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', file, 'picture');
  const authorization = client.token === null ? {} : { authorization: `Bearer ${client.token}` };
  const response = await fetch(`${client.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, ...authorization },
    body: form,
  });
  const answer = (await response.json()) as {
    data?: { imageUpload: { image: Uploaded['image']; userErrors: { code: string }[] } } | null;
    errors?: { extensions: { code: string } }[];
  };
  const result = answer.data?.imageUpload;
  const code = result?.userErrors[0]?.code ?? answer.errors?.[0]?.extensions.code ?? null;
  return { status: response.status, image: result?.image ?? null, code };
}

/** The smallest PNG there is: one transparent pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** What opening a business is answered: its id, or the code of the refusal. */
export async function openBusiness(
  client: Client,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{
  business: { readonly id: string } | null;
  code: string | null;
  path: readonly string[] | null;
}> {
  const input = {
    handle: `shop-${randomUUID().slice(0, 8)}`,
    name: 'Sabzi Mandi',
    category: 'Groceries',
    country: 'IN',
    ...changes,
  };
  const { businessCreate } = await client.request(CreateBusiness, { input });
  const [failure] = businessCreate.userErrors;
  return { business: businessCreate.business, code: failure?.code ?? null, path: failure?.path ?? null };
}
