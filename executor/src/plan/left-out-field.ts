import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentOf, type Fragments } from './fetch-document.ts';
import { fetchedKeys, type FetchedKeys } from './fetched-keys.ts';
import type { PlanNode } from './nodes.ts';

/**
 * A field of the operation that the plan does not fetch, as `Type.field`.
 *
 * For an interface none of whose implementations can be reached, the planner of @apollo/query-planner 2.14.4 makes a plan
 * without the field (all zero implementations are served), and the client would get null without an error. Seen by the
 * audit's non-resolvable-interface-object.
 */
export function leftOutField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: PlanNode | null,
): string | undefined {
  const root = schema.getRootType(operation.operation);
  if (!root) return undefined;
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const coverage = new Coverage(schema, new Map(fragments.map((fragment) => [fragment.name.value, fragment])));
  return coverage.leftOut(root, operation.selectionSet, fetchedKeys(plan), new Map());
}

/** What the Boolean variables must be for a selection to be asked for. */
type Conditions = ReadonlyMap<string, boolean>;

class Coverage {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  // What was looked at is not looked at again: fragments that spread each other twice would double the work at each level.
  readonly #seen = new Map<FetchedKeys, Set<string>>();
  readonly #askable = new Map<SelectionSetNode, Map<string, boolean>>();

  constructor(schema: GraphQLSchema, fragments: Fragments) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  leftOut(type: GraphQLCompositeType, { selections }: SelectionSetNode, fetched: FetchedKeys, conditions: Conditions): string | undefined {
    for (const selection of selections) {
      const here = conditionsOf(selection, conditions);
      if (!here) continue;
      const missing =
        selection.kind === Kind.FIELD ? this.#inField(type, selection, fetched, here) : this.#inFragment(type, selection, fetched, here);
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  #inField(type: GraphQLCompositeType, field: FieldNode, fetched: FetchedKeys, conditions: Conditions): string | undefined {
    if (field.name.value.startsWith('__')) return undefined;
    if (field.selectionSet && !this.#canBeAsked(field.selectionSet, conditions)) return undefined;
    const below = fetched.below.get((field.alias ?? field.name).value);
    if (!below) return `${type.name}.${field.name.value}`;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const fieldType = definition && getNamedType(definition.type);
    return field.selectionSet && isCompositeType(fieldType) ? this.leftOut(fieldType, field.selectionSet, below, conditions) : undefined;
  }

  #inFragment(
    type: GraphQLCompositeType,
    selection: Exclude<SelectionNode, FieldNode>,
    fetched: FetchedKeys,
    conditions: Conditions,
  ): string | undefined {
    if (selection.kind === Kind.FRAGMENT_SPREAD && this.#isSeen(fetched, [type.name, selection.name.value, textOf(conditions)]))
      return undefined;
    const { typeCondition, selectionSet } = fragmentOf(selection, this.#fragments);
    const condition = typeCondition ? this.#schema.getType(typeCondition.name.value) : type;
    if (!isCompositeType(condition) || !this.#isAlways(type, condition)) return undefined;
    return this.leftOut(condition, selectionSet, fetched, conditions);
  }

  /** A fragment for only some of the possible types may rightly be left out: the subgraph may never answer these. */
  #isAlways(type: GraphQLCompositeType, condition: GraphQLCompositeType): boolean {
    if (type === condition) return true;
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    if (possible.length === 0) return false;
    return possible.every((one) => one === condition || (isAbstractType(condition) && this.#schema.isSubType(condition, one)));
  }

  #isSeen(fetched: FetchedKeys, visit: readonly string[]): boolean {
    const seen = this.#seen.get(fetched) ?? new Set();
    this.#seen.set(fetched, seen);
    const isSeen = seen.has(visit.join(' '));
    seen.add(visit.join(' '));
    return isSeen;
  }

  #canBeAsked(set: SelectionSetNode, conditions: Conditions): boolean {
    const known = this.#askable.get(set) ?? new Map<string, boolean>();
    this.#askable.set(set, known);
    const answer = known.get(textOf(conditions)) ?? set.selections.some((selection) => this.#selectionCanBeAsked(selection, conditions));
    known.set(textOf(conditions), answer);
    return answer;
  }

  #selectionCanBeAsked(selection: SelectionNode, conditions: Conditions): boolean {
    const here = conditionsOf(selection, conditions);
    if (!here) return false;
    const set = selection.kind === Kind.FIELD ? selection.selectionSet : fragmentOf(selection, this.#fragments).selectionSet;
    return !set || this.#canBeAsked(set, here);
  }
}

function textOf(conditions: Conditions): string {
  return [...conditions].join();
}

/** Null where `@skip` and `@include` leave no way to get there: the planner leaves out such selections. */
function conditionsOf({ directives = [] }: SelectionNode, above: Conditions): Conditions | null {
  let conditions = above;
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given[0]?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    if ((conditions.get(value.name.value) ?? wanted) !== wanted) return null;
    conditions = new Map([...conditions, [value.name.value, wanted]]);
  }
  return conditions;
}
