import type { Variables } from '@agora/executor';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type Cost, largest, product, sum, valueOf } from './expression.ts';
import { createIntrospectionCost, type IntrospectionCost } from './introspection.ts';
import { isConnection, isList, isPlural, MAX_PAGE_SIZE, pageSize, pluralSize } from './list-sizes.ts';
import { createReadValue, type ReadValue } from './variables.ts';
import type { Weights } from './weights.ts';

/** What weighs what where `@cost` does not say it. A unit is about a microsecond of all processes together; docs/decisions/0011 has the figures. */
const VALUE = 1;
const OBJECT = 1;
const ENTITY = 5;
const CONNECTION = 10;
/** Of a query or subscription: at least a statement and a call of a subgraph. */
const ROOT_FIELD = 300;
const MUTATION = 4_000;

/** The most that an operation of a valid document can cost with these variables. */
export type CostOf = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => number;

/** Settles once for an operation all that does not depend on its variables. */
export function createCostOf(schema: GraphQLSchema, weights: Weights): CostOf {
  const introspection = createIntrospectionCost(schema);
  const known = new WeakMap<OperationDefinitionNode, Cost>();
  return (document, operation, variables) => {
    let cost = known.get(operation);
    if (cost === undefined) {
      cost = new OperationCost(schema, weights, introspection, document, operation).total();
      known.set(operation, cost);
    }
    return Math.ceil(valueOf(cost, variables));
  };
}

class OperationCost {
  readonly #schema: GraphQLSchema;
  readonly #weights: Weights;
  readonly #introspection: IntrospectionCost;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #read: ReadValue;
  /** Of what stands in a fragment or at an abstract position and is met again, for example for another type. */
  readonly #known = new Map<SelectionSetNode, Map<GraphQLCompositeType, Cost>>();

  constructor(
    schema: GraphQLSchema,
    weights: Weights,
    introspection: IntrospectionCost,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) {
    this.#schema = schema;
    this.#weights = weights;
    this.#introspection = introspection;
    this.#operation = operation;
    this.#read = createReadValue(operation);
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  total(): Cost {
    const root = this.#schema.getRootType(this.#operation.operation);
    return root ? this.#ofSelections(root, this.#operation.selectionSet, null) : 0;
  }

  /** `page` is how long `edges` and `nodes` are; null outside of connections. */
  #ofSelections(type: GraphQLCompositeType, set: SelectionSetNode, page: Cost | null): Cost {
    const known = page === null ? this.#known.get(set)?.get(type) : undefined;
    if (known !== undefined) return known;
    const costs = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return this.#unlessLeftOut(selection.directives, this.#ofField(type, selection, page));
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      if (!fragment || !this.#applies(fragment.typeCondition?.name.value, type)) return 0;
      return this.#unlessLeftOut(selection.directives, this.#ofSelections(type, fragment.selectionSet, page));
    });
    const total = sum(costs);
    if (page === null) this.#known.set(set, (this.#known.get(set) ?? new Map<GraphQLCompositeType, Cost>()).set(type, total));
    return total;
  }

  #ofField(parent: GraphQLCompositeType, node: FieldNode, page: Cost | null): Cost {
    const name = node.name.value;
    if (name === TypeNameMetaFieldDef.name) return VALUE;
    if (name === '__schema' || name === '__type') return this.#introspection(node, this.#fragments);
    const field = isUnionType(parent) ? undefined : parent.getFields()[name];
    if (!field) return 0;
    const coordinate = `${parent.name}.${name}`;
    const value = this.#ofValue(field, node, this.#weights.fields.get(coordinate));
    const cost = isList(field.type) ? product(this.#sizeOf(parent, field, node, page), value) : value;
    return sum([this.#weightOfCall(parent, coordinate), cost]);
  }

  /** What a field costs by being asked for, whatever it answers. */
  #weightOfCall(parent: GraphQLCompositeType, coordinate: string): number {
    if (this.#weights.fields.has(coordinate)) return 0;
    if (parent === this.#schema.getMutationType()) return MUTATION;
    return parent === this.#schema.getQueryType() || parent === this.#schema.getSubscriptionType() ? ROOT_FIELD : 0;
  }

  #ofValue(field: GraphQLField<unknown, unknown>, node: FieldNode, weight: number | undefined): Cost {
    const type = getNamedType(field.type);
    const { selectionSet } = node;
    if (!selectionSet || !isCompositeType(type)) return weight ?? this.#weightOf(type);
    const page = isConnection(field) ? pageSize(field, node, this.#read) : null;
    const own = weight ?? (page === null ? undefined : CONNECTION);
    const candidates = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return largest(
      candidates.map((candidate) => sum([own ?? this.#weightOf(candidate), this.#ofSelections(candidate, selectionSet, page)])),
    );
  }

  #sizeOf(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, node: FieldNode, page: Cost | null): Cost {
    if (page !== null && (field.name === 'edges' || field.name === 'nodes')) return page;
    const max = this.#weights.sizes.get(`${parent.name}.${field.name}`) ?? MAX_PAGE_SIZE;
    return parent === this.#schema.getQueryType() && isPlural(field) ? pluralSize(field, node, max, this.#read) : max;
  }

  #weightOf(type: GraphQLNamedType): number {
    const weight = this.#weights.types.get(type.name);
    if (weight !== undefined) return weight;
    if (isLeafType(type)) return VALUE;
    return this.#weights.entities.has(type.name) ? ENTITY : OBJECT;
  }

  /** What `@skip` or `@include` decides by a variable counts as long as the variable does not leave it out. */
  #unlessLeftOut(directives: readonly DirectiveNode[] = [], cost: Cost): Cost {
    return directives.reduce((under, { name, arguments: [condition] = [] }) => {
      const leavesOutIf = name.value === 'skip' ? true : name.value === 'include' ? false : undefined;
      if (leavesOutIf === undefined || !condition) return under;
      const { value } = condition;
      if (value.kind !== Kind.VARIABLE) return this.#read(value, {}) === leavesOutIf ? 0 : under;
      return (variables: Variables) => (this.#read(value, variables) === leavesOutIf ? 0 : valueOf(under, variables));
    }, cost);
  }

  #applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && !isUnionType(type) && this.#schema.isSubType(wanted, type);
  }
}
