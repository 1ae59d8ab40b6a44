import {
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { isShallow } from '../data/depth.ts';
import { OWN_PROPERTY } from '../data/property.ts';
import { evaluate } from '../generated.ts';
import type { Condition } from './conditions.ts';
import { hasForm, leafForms } from './leaves.ts';
import type { CoercedVariables, DataTree } from './response.ts';
import type { SelectedField, SelectedNode, Selections } from './selections.ts';

type Path = readonly (string | number)[];

/** What became of a value. A faulty one is null in the response and has its error already. */
type Outcome = 'present' | 'null' | 'faulty';

/** Walks the same selections as the generated code, slowly, and says what it only noted. Messages and paths are those of Apollo's gateway. */
export function explainer(selections: Selections): (data: DataTree, variables: CoercedVariables) => GraphQLFormattedError[] {
  const conditions = new Map<Condition, (variables: CoercedVariables) => boolean>();
  const leaves = new Map<GraphQLLeafType, (value: unknown) => boolean>();
  const holds = (condition: Condition) => remembered(conditions, condition, () => compileCondition(condition));
  const fits = (type: GraphQLLeafType) => remembered(leaves, type, () => compileLeaf(type));

  return (data, variables) => {
    const errors: GraphQLFormattedError[] = [];
    const report = (message: string, path: Path): Outcome => {
      errors.push({ message, path: [...path], extensions: { code: 'INVALID_SUBGRAPH_RESPONSE' } });
      return 'faulty';
    };

    const explainObject = (type: GraphQLCompositeType, object: object, nodes: readonly SelectedNode[], path: Path): Outcome => {
      for (const { field, condition } of selections.placesOf(type, nodes)) {
        if (!holds(condition)(variables)) continue;
        if (field.name === '__typename') {
          if (isObjectType(type) || isObjectName(own(object, field.key))) continue;
          return report('The type of the object is not known.', path);
        }
        const place = `field ${type.name}.${field.name}`;
        const outcome = explainValue(field.type, own(object, field.key), field, [...path, field.clientKey], place);
        if (outcome === 'faulty' && isNonNullType(field.type)) return 'faulty';
      }
      return 'present';
    };

    const explainValue = (type: GraphQLOutputType, value: unknown, field: SelectedField, path: Path, place: string): Outcome => {
      if (isNonNullType(type)) {
        const outcome = explainValue(type.ofType, value, field, path, place);
        return outcome === 'null' ? report(`Cannot return null for non-nullable ${place}.`, path) : outcome;
      }
      if (value === null || value === undefined) return 'null';
      if (isListType(type)) return explainList(type.ofType, value, field, path, place);
      if (isLeafType(type)) return fits(type)(value) ? 'present' : report(`Invalid value found for ${place}.`, path);
      if (typeof value !== 'object' || Array.isArray(value)) return report(`Invalid value found for ${place}.`, path);
      const runtimeType = runtimeTypeOf(type, value);
      if (runtimeType) return explainObject(runtimeType, value, field.nodes, path);
      return report(`Invalid __typename found for object at ${place}.`, path); // its name is kept quiet: it may be inaccessible
    };

    const explainList = (itemType: GraphQLOutputType, list: unknown, field: SelectedField, path: Path, place: string): Outcome => {
      if (!Array.isArray(list)) return report(`Invalid value found for ${place}.`, path);
      const itemPlace = `array element of type ${getNullableType(itemType)} at index`;
      const outcomes = list.map((item, i) => explainValue(itemType, item, field, [...path, i], `${itemPlace} ${i}`));
      return isNonNullType(itemType) && outcomes.includes('faulty') ? 'faulty' : 'present';
    };

    const isObjectName = (name: unknown): boolean => typeof name === 'string' && isObjectType(selections.schema.getType(name));

    const runtimeTypeOf = (position: GraphQLCompositeType, object: object): GraphQLCompositeType | undefined => {
      const name = own(object, '__typename');
      if (isObjectType(position) || name === undefined || name === null) return position;
      return selections.runtimeTypes(position).find((type) => type.name === name);
    };

    const [root] = selections.root;
    const rootType = root?.node.kind === 'OperationDefinition' && selections.schema.getRootType(root.node.operation);
    if (rootType) explainObject(rootType, data, selections.root, []);
    return errors;
  };
}

function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function compileCondition(condition: Condition): (variables: CoercedVariables) => boolean {
  return new Function('V', `${OWN_PROPERTY}return ${condition}`) as (variables: CoercedVariables) => boolean;
}

function compileLeaf(type: GraphQLLeafType): (value: unknown) => boolean {
  return evaluate(`return v=>${hasForm(leafForms(type), 'v')}`, { isShallow });
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
