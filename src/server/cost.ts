import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { itemCount, pageSize, type Size, type Variables } from './page-size.ts';

/** Items that are counted for a list without pages, such as an order's lines. */
const PLAIN_LIST = 5;
const MUTATION_COST = 10;
/** Of a command that takes a list of items: so many together cost as much as a field. */
const ITEMS_A_POINT = 2;

/** A field or a fragment in the plan. */
interface Part {
  readonly own: number;
  /** How often its parts are answered. */
  readonly size: Size;
  /** Whether it stands for the items of the connection that it is in. */
  readonly isPage: boolean;
  /** For a connection, the items that it is asked for. A fragment passes on those of where it is spread. */
  readonly page: Size | 'inherited' | null;
  readonly parts: readonly Part[];
  /** Fields in its longest chain, itself included. */
  readonly depth: number;
}

/** What can be told of an operation without its variables. */
export interface Plan {
  readonly isMutation: boolean;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** The most that the operation can cost with these variables. */
  cost(variables: Variables): number;
}

interface Planning {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Each fragment once, however often it is spread: a plan is no larger than its document. */
  readonly planned: Map<string, Part>;
  aliases: number;
}

/** Plans a valid operation. */
export function planCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Plan {
  const planning: Planning = { schema, operation, fragments, planned: new Map(), aliases: 0 };
  const root = schema.getRootType(operation.operation) ?? undefined;
  const parts = planSelections(planning, operation.selectionSet, root);
  return {
    isMutation: operation.operation === 'mutation',
    depth: deepest(parts),
    aliases: planning.aliases,
    rootFields: countFields(parts),
    cost: (variables) => Math.min(sum(parts, variables, null, new Map()), Number.MAX_SAFE_INTEGER),
  };
}

function planSelections(
  planning: Planning,
  { selections }: SelectionSetNode,
  type: GraphQLNamedType | undefined,
): Part[] {
  return selections.flatMap((selection): Part[] => {
    if (selection.kind === Kind.FIELD) return planField(planning, selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = planning.fragments.get(selection.name.value);
      return fragment === undefined ? [] : [planFragment(planning, fragment)];
    }
    const { typeCondition, selectionSet } = selection;
    const inner = typeCondition ? planning.schema.getType(typeCondition.name.value) : type;
    return planSelections(planning, selectionSet, inner);
  });
}

function planFragment(planning: Planning, fragment: FragmentDefinitionNode): Part {
  const name = fragment.name.value;
  const known = planning.planned.get(name);
  if (known !== undefined) return known;
  const type = planning.schema.getType(fragment.typeCondition.name.value);
  const parts = planSelections(planning, fragment.selectionSet, type);
  const part: Part = { own: 0, size: once, isPage: false, page: 'inherited', parts, depth: deepest(parts) };
  planning.planned.set(name, part);
  return part;
}

function planField(planning: Planning, node: FieldNode, type: GraphQLNamedType | undefined): Part[] {
  if (node.alias !== undefined) planning.aliases += 1;
  const name = node.name.value;
  // Introspection reads what is in memory, and graphql itself bounds its depth.
  if (name.startsWith('__')) return [];
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) return [];
  // What only repeats an item of a command, or says why it was refused: the list of the results has paid for it.
  if (field.extensions['isPaidFor'] === true) return [];
  const target = getNamedType(field.type);
  const parts = node.selectionSet ? planSelections(planning, node.selectionSet, target) : [];
  const asked = pageSize(planning.operation, field, node);
  const isList = isListType(getNullableType(field.type));
  const isMutation = type === planning.schema.getMutationType();
  const items = isMutation ? itemCount(planning.operation, node) : undefined;
  const isPerItem = field.extensions['isPerItem'] === true;
  return [
    {
      own: isMutation ? MUTATION_COST : 1,
      size: isList && isCompositeType(target) ? (asked ?? plainList) : once,
      isPage: name === 'edges' || name === 'nodes' || isPerItem,
      page: isList ? null : (asked ?? items ?? null),
      parts: [...parts, ...(isPerItem ? [point(once)] : []), ...(items ? [workOn(items)] : [])],
      depth: 1 + deepest(parts),
    },
  ];
}

const once: Size = () => 1;
const plainList: Size = () => PLAIN_LIST;

/** A cost of 1 as often as that, without a field. */
function point(size: Size): Part {
  const one: Part = { own: 1, size: once, isPage: false, page: null, parts: [], depth: 0 };
  return size === once ? one : { ...one, own: 0, size, parts: [one] };
}

const workOn = (items: Size): Part => point((variables) => Math.ceil(items(variables) / ITEMS_A_POINT));

function deepest(parts: readonly Part[]): number {
  return parts.reduce((depth, part) => Math.max(depth, part.depth), 0);
}

function countFields(parts: readonly Part[]): number {
  return parts.reduce((count, part) => count + (part.page === 'inherited' ? countFields(part.parts) : 1), 0);
}

/** Adds up, with each part counted once for each page size that it is found under. */
function sum(
  parts: readonly Part[],
  variables: Variables,
  page: number | null,
  known: Map<Part, Map<number | null, number>>,
): number {
  let total = 0;
  for (const part of parts) {
    const costs = known.get(part) ?? new Map<number | null, number>();
    known.set(part, costs);
    let cost = costs.get(page);
    if (cost === undefined) {
      const size = part.isPage && page !== null ? page : part.size(variables);
      const inner = part.page === 'inherited' ? page : (part.page?.(variables) ?? null);
      cost = part.own + size * sum(part.parts, variables, inner, known);
      costs.set(page, cost);
    }
    total += cost;
  }
  return total;
}
