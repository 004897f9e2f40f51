import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../config.ts';
import { Fault } from '../errors.ts';
import { planCost, type Plan } from './cost.ts';
import { refusal } from './masking.ts';
import type { OperationContext } from './operation.ts';

interface Args {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: unknown;
  readonly contextValue?: unknown;
}

/** Refuses what would cost too much, before anything runs, and tells the cost to who asks for it. */
export function useLimits(limits: Limits): Plugin {
  const plans = new WeakMap<DocumentNode, Map<string, Plan>>();
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const requested = costOf(args, plans, limits);
      if (requested instanceof Fault) {
        setResultAndStopExecution({ errors: [refusal(requested)] });
        return undefined;
      }
      if (requested === null || !((args as Args).contextValue as OperationContext).call.wantsCost)
        return undefined;
      const cost = { requested, limit: limits.cost, remaining: limits.cost - requested };
      return {
        onExecuteDone: ({ result, setResult }) => {
          const { extensions, ...rest } = result as ExecutionResult;
          setResult({ ...rest, extensions: { ...extensions, cost } });
        },
      };
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const requested = costOf(args, plans, limits);
      if (requested instanceof Fault) setResultAndStopExecution({ errors: [refusal(requested)] });
    },
  };
}

/** The limit that a valid operation breaks; null when it keeps to all of them. */
export function brokenLimit(args: Pick<Args, 'schema' | 'document'>, limits: Limits): Fault | null {
  const cost = costOf(args, new WeakMap(), limits);
  return cost instanceof Fault ? cost : null;
}

/** The cost of an operation, or the limit that it breaks. Null when there is no such operation to run. */
function costOf(
  args: Args,
  plans: WeakMap<DocumentNode, Map<string, Plan>>,
  limits: Limits,
): number | Fault | null {
  const plan = planOf(args, plans);
  if (plan === null) return null;
  const broken =
    over('DEPTH', 'nests fields', plan.depth, limits.depth) ??
    over('ALIASES', 'has aliases', plan.aliases, limits.aliases) ??
    (plan.isMutation ? over('MUTATIONS', 'has mutations', plan.rootFields, limits.mutations) : undefined);
  if (broken !== undefined) return broken;
  const requested = plan.cost((args.variableValues ?? {}) as Record<string, unknown>);
  if (requested <= limits.cost) return requested;
  const message = `The operation can cost ${requested}; the limit is ${limits.cost}. Ask for smaller pages or fewer fields.`;
  return new Fault('COST_EXCEEDED', message, { requested, limit: limits.cost });
}

function over(what: string, does: string, requested: number, limit: number): Fault | undefined {
  if (requested <= limit) return undefined;
  const reason = `${what}_EXCEEDED`;
  return new Fault('BAD_USER_INPUT', `The operation ${does}: ${requested}; the limit is ${limit}.`, {
    reason,
    requested,
    limit,
  });
}

function planOf(args: Args, plans: WeakMap<DocumentNode, Map<string, Plan>>): Plan | null {
  const { schema, document, operationName } = args;
  const byName = plans.get(document) ?? new Map<string, Plan>();
  plans.set(document, byName);
  const known = byName.get(operationName ?? '');
  if (known !== undefined) return known;
  const operation = getOperationAST(document, operationName);
  if (operation == null) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const plan = planCost(schema, operation, fragments);
  byName.set(operationName ?? '', plan);
  return plan;
}
