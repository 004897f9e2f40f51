import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { sessionLocked } from '../context.ts';
import { refusal } from './masking.ts';
import type { OperationContext } from './operation.ts';

/** What a locked session may still ask for, and nothing else. */
const OPEN_FIELDS: Readonly<Record<OperationTypeNode, readonly string[]>> = {
  query: ['__typename'],
  mutation: ['__typename', 'sessionUnlock', 'signOut'],
  subscription: ['__typename', 'sessionEvents'],
};

interface Args {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly contextValue?: unknown;
}

/**
 * Refuses every operation of a locked session before it runs, on every lane. Behind this door such a session is nobody
 * to verbs and reads too, so that a field which it lets through by mistake still gives nothing.
 */
export function useLockDoor(): Plugin {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      if (isShut(args)) setResultAndStopExecution({ errors: [refusal(sessionLocked())] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      if (isShut(args)) setResultAndStopExecution({ errors: [refusal(sessionLocked())] });
    },
  };
}

function isShut({ document, operationName, contextValue }: Args): boolean {
  if ((contextValue as OperationContext).actor.kind !== 'locked') return false;
  const operation = getOperationAST(document, operationName);
  if (!operation) return true;
  const open = OPEN_FIELDS[operation.operation];
  return !rootFields(document, operation.selectionSet, new Set()).every((name) => open.includes(name));
}

/**
 * Also of fragments, and of what `@skip` would leave out: a locked session has no use for such documents. Each fragment
 * once, however often it is spread.
 */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode, spread: Set<string>): string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection.name.value];
      case Kind.INLINE_FRAGMENT:
        return rootFields(document, selection.selectionSet, spread);
      case Kind.FRAGMENT_SPREAD: {
        const { value: name } = selection.name;
        if (spread.has(name)) return [];
        spread.add(name);
        const fragment = document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
        );
        return fragment?.kind === Kind.FRAGMENT_DEFINITION
          ? rootFields(document, fragment.selectionSet, spread)
          : [];
      }
    }
  });
}
