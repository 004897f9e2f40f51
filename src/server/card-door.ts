import { visit, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Fault } from '../errors.ts';
import { hasCardNumber, holdsCardNumber } from '../card-numbers.ts';
import { refusal } from './masking.ts';

/**
 * Keeps card numbers out: an operation that holds one is refused before it is parsed or run, and nothing of
 * it is repeated, kept or logged. What never comes in can't leak.
 */
export function useCardDoor(): Plugin {
  return {
    onParse: ({ params }) => {
      const text = params.source.toString();
      if (hasCardNumber(text)) throw cardRefusal();
      // An escape may hide a digit; it shows once the document is parsed.
      if (!text.includes('\\u')) return undefined;
      return ({ result }) => {
        if (!(result instanceof Error) && result !== null && literalsHoldCard(result)) throw cardRefusal();
      };
    },
    onExecute: ({ args, setResultAndStopExecution }) => {
      if (argsHoldCard(args)) setResultAndStopExecution({ errors: [cardRefusal()] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      if (argsHoldCard(args)) setResultAndStopExecution({ errors: [cardRefusal()] });
    },
  };
}

function argsHoldCard(args: { variableValues?: unknown; operationName?: unknown }): boolean {
  return holdsCardNumber(args.variableValues) || holdsCardNumber(args.operationName);
}

export function literalsHoldCard(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    StringValue: ({ value }) => {
      found ||= hasCardNumber(value);
    },
  });
  return found;
}

function cardRefusal() {
  const advice = 'Register the card with the payment provider and send its token.';
  return refusal(
    new Fault('BAD_USER_INPUT', `Card numbers are not accepted here. ${advice}`, { reason: 'CARD_NUMBER' }),
  );
}
