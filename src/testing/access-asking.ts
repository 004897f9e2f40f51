import type { Actor, Answer } from '../../schema/access/rows.ts';
import type { GraphqlAnswer, Question } from './access-questions.ts';
import type { AccessWorld } from './access-world.ts';
import { PIXEL } from './business-commands.ts';
import { ApiError, type Client } from './client.ts';
import type { TypedDocumentString } from './gql/graphql.ts';
import type { TestServer } from './server.ts';

/** Asks over HTTP: as JSON or, with a file, in parts. */
export async function ask(
  { url }: Pick<TestServer, 'url'>,
  { people }: Pick<AccessWorld, 'people'>,
  actor: Actor,
  { document: query, variables, file }: Question,
): Promise<GraphqlAnswer> {
  const authorization = actor === 'guest' ? {} : { authorization: `Bearer ${people[actor].token}` };
  const operation = JSON.stringify({ query, variables });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...authorization,
      'x-bottega': '1',
      ...(file === null && { 'content-type': 'application/json' }),
    },
    body: file === null ? operation : inParts(operation, file),
  });
  return (await response.json()) as GraphqlAnswer;
}

function inParts(operations: string, file: string): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify({ 0: [file] }));
  form.set('0', new Blob([new Uint8Array(PIXEL)], { type: 'image/png' }), 'pixel.png');
  return form;
}

/** Listens until the first item, or the refusal. */
export async function askLive(client: Client, { document, variables }: Question): Promise<Answer> {
  const stream = client.subscribe(
    { toString: () => document } as unknown as TypedDocumentString<object, unknown>,
    variables,
  );
  try {
    await stream.next();
    return 'ok';
  } catch (error) {
    if (error instanceof ApiError) return error.code as Answer;
    throw error;
  } finally {
    await stream.return?.();
  }
}
