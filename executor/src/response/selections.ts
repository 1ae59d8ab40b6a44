import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PlannedOperation } from '../plan/planned.ts';
import { ALWAYS, and, conditionOf, NEVER, not, or, type Condition } from './conditions.ts';

/** Something with a selection set, and when it counts. */
export interface SelectedNode {
  readonly node: FieldNode | OperationDefinitionNode;
  readonly condition: Condition;
}

/** A field of an object of a known type. Several nodes of the operation may ask for it under the same key. */
export interface SelectedField {
  /** Its key in the data tree. */
  readonly key: string;
  /** Its key in the response. */
  readonly clientKey: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly nodes: readonly SelectedNode[];
}

/**
 * A place of a field in the response. A field has a second place if the first one depends on variables: in
 * `{ a @include(if: $x) b a }` it comes before or after `b`.
 */
export interface Place {
  readonly field: SelectedField;
  readonly condition: Condition;
}

/** The operation's selection sets, in the light of the types that objects turn out to have. */
export class Selections {
  readonly schema: GraphQLSchema;
  readonly root: readonly SelectedNode[];
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #clientKeys: ReadonlyMap<string, string>;

  constructor(schema: GraphQLSchema, planned: PlannedOperation) {
    this.schema = schema;
    this.root = [{ node: planned.operation, condition: ALWAYS }];
    this.#clientKeys = planned.clientKeys;
    for (const definition of planned.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** What the nodes select of an object of this type, in the operation's order. */
  placesOf(type: GraphQLCompositeType, nodes: readonly SelectedNode[]): Place[] {
    const places: Place[] = [];
    const found = new Map<string, { field: SelectedField; nodes: SelectedNode[]; condition: Condition }>();
    const spreads = new Set<string>();

    const addField = (node: FieldNode, condition: Condition): void => {
      const key = (node.alias ?? node.name).value;
      const known = found.get(key);
      if (known) {
        addNode(known.nodes, node, condition);
        const further = and(condition, not(known.condition));
        if (condition === known.condition || further === NEVER) return;
        places.push({ field: known.field, condition: further });
        known.condition = or(known.condition, condition);
        return;
      }
      const definition = fieldType(type, node.name.value);
      if (!definition) return;
      const selected = [{ node, condition }];
      const field = { key, clientKey: this.#clientKeys.get(key) ?? key, name: node.name.value, type: definition, nodes: selected };
      found.set(key, { field, nodes: selected, condition });
      places.push({ field, condition });
    };

    const walk = (set: SelectionSetNode | undefined, outer: Condition): void => {
      for (const selection of set?.selections ?? []) {
        const condition = and(outer, conditionOf(selection.directives));
        if (condition === NEVER) continue;
        if (selection.kind === Kind.FIELD) {
          addField(selection, condition);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
        if (!fragment || !this.#applies(fragment.typeCondition?.name.value, type)) continue;
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const spread = `${selection.name.value} ${condition}`;
          if (spreads.has(spread)) continue;
          spreads.add(spread);
        }
        walk(fragment.selectionSet, condition);
      }
    };

    const decided = oneCondition(nodes);
    for (const { node, condition } of nodes) walk(node.selectionSet, decided ? ALWAYS : condition);
    return places;
  }

  /** The types that an object in this position can turn out to have: an interface where only an `@interfaceObject` is known. */
  runtimeTypes(position: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (isObjectType(position)) return [position];
    const objects = this.schema.getPossibleTypes(position);
    if (isUnionType(position)) return objects;
    return [...objects, position, ...this.schema.getImplementations(position).interfaces];
  }

  #applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.schema.getType(condition);
    return isAbstractType(wanted) && !isUnionType(type) && this.schema.isSubType(wanted, type);
  }
}

/** Where a field's value is written its condition is decided: only nodes with conditions of their own still have to ask. */
export function oneCondition(nodes: readonly SelectedNode[]): boolean {
  return nodes.every((node) => node.condition === nodes[0]?.condition);
}

function addNode(nodes: SelectedNode[], node: FieldNode, condition: Condition): void {
  const at = nodes.findIndex((known) => known.node === node);
  const known = nodes[at];
  if (known) nodes[at] = { node, condition: or(known.condition, condition) };
  else nodes.push({ node, condition });
}

function fieldType(parent: GraphQLCompositeType, name: string): GraphQLOutputType | undefined {
  if (name === '__typename') return TypeNameMetaFieldDef.type;
  if (name === '__schema') return SchemaMetaFieldDef.type;
  if (name === '__type') return TypeMetaFieldDef.type;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}
