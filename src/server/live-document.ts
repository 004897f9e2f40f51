import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../config.ts';
import { hasCardNumber } from '../card-numbers.ts';
import { DocumentRefusedError, LONGEST_DOCUMENT } from '../webhooks/rules.ts';
import { literalsHoldCard } from './card-door.ts';
import { MAX_TOKENS } from './engine.ts';
import { brokenLimit } from './limits.ts';

/** A subscription that needs nothing but itself to be run. */
export interface LiveDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it subscribes to. */
  readonly field: FieldNode;
}

export function refused(why: string): DocumentRefusedError {
  return new DocumentRefusedError(why, ['document']);
}

/** Reads a document as the endpoint would, by the same limits; throws a DocumentRefusedError that says what to change. */
export function readLiveDocument(schema: GraphQLSchema, limits: Limits, text: string): LiveDocument {
  const size = Buffer.byteLength(text);
  if (size > LONGEST_DOCUMENT) {
    throw refused(`The document has ${size} bytes; ${LONGEST_DOCUMENT} are the most. Select fewer fields.`);
  }
  const document = parsed(text);
  if (hasCardNumber(text) || literalsHoldCard(document)) {
    throw refused('The document holds a card number: leave it out.');
  }
  const live = soleSubscription(document);
  const [error] = validate(schema, document);
  if (error) throw refused(`The document does not fit the schema: ${placed(error)}`);
  const broken = brokenLimit({ schema, document }, limits);
  if (broken) throw refused(broken.message);
  return live;
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw refused(`The document can't be read: ${placed(error)}`);
    throw error;
  }
}

/** What only one who sends it along can give to an operation is not there when the house runs it. */
function soleSubscription(document: DocumentNode): LiveDocument {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) {
    throw refused(`The document has ${operations.length} operations: write one subscription.`);
  }
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw refused(
      `The document is a ${operation.operation}: write a subscription, such as \`subscription { orderEvents { event { id type } } }\`.`,
    );
  }
  if (operation.variableDefinitions?.length) {
    throw refused('The document has variables, and nobody gives them: write the values into it.');
  }
  const { selections } = operation.selectionSet;
  const [field] = selections;
  if (selections.length > 1 || field?.kind !== Kind.FIELD || field.name.value.startsWith('__')) {
    throw refused(
      'The document has to select one field of Subscription, right under `subscription`: make another webhook for another stream.',
    );
  }
  if (field.arguments?.some(({ name }) => name.value === 'after')) {
    throw refused('The document has the argument `after`: leave it out, the webhook keeps its own place.');
  }
  return { document, operation, field };
}

/** The same document, with what it subscribes to begun behind a cursor. */
export function begunAfter({ document, operation, field }: LiveDocument, cursor: string): DocumentNode {
  const after = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'after' },
    value: { kind: Kind.STRING, value: cursor },
  } as const;
  const begun: FieldNode = { ...field, arguments: [...(field.arguments ?? []), after] };
  const instead: OperationDefinitionNode = {
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: [begun] },
  };
  return {
    ...document,
    definitions: document.definitions.map((one) => (one === operation ? instead : one)),
  };
}

function placed({ message, locations }: GraphQLError): string {
  const [at] = locations ?? [];
  return at ? `${message} (line ${at.line}, column ${at.column})` : message;
}
