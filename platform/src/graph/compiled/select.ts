import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getDirectiveValues,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isNonNullType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  TypeNameMetaFieldDef,
  type TypeNode,
} from 'graphql';
import { completeAs } from './complete.ts';
import type { SelectedField, Selection, VariableValues } from './plan.ts';

const QUOTES_COLON_COMMA = 4;

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What selects from an object of a type; several nodes that answer the same key select together. */
export type Select = (type: GraphQLObjectType, parents: readonly { readonly selectionSet?: SelectionSetNode | undefined }[]) => Selection;

/** `conditions` are the variables that `@skip` and `@include` go by. */
export function createSelect(schema: GraphQLSchema, fragments: Fragments, conditions: VariableValues): Select {
  const isWanted = (node: SelectionNode) =>
    getDirectiveValues(GraphQLSkipDirective, node, conditions)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.['if'] !== false;
  const applies = (condition: Extract<TypeNode, { kind: Kind.NAMED_TYPE }> | undefined, type: GraphQLObjectType) => {
    const wanted = condition ? typeFromAST(schema, condition) : type;
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };

  function collect(type: GraphQLObjectType, set: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of set.selections) {
      if (!isWanted(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        fields.set(key, [...(fields.get(key) ?? []), node]);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
      if (fragment && applies(fragment.typeCondition, type)) collect(type, fragment.selectionSet, fields, spread);
    }
  }

  const select: Select = (type, parents) => {
    const nodes = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const { selectionSet } of parents) if (selectionSet) collect(type, selectionSet, nodes, spread);
    const fields = [...nodes].flatMap(([key, [first, ...more]]) => (first ? (fieldOf(type, key, [first, ...more]) ?? []) : []));
    return { fields, characters: fields.reduce((total, { key }) => total + key.length + QUOTES_COLON_COMMA, 1), Answer: createAnswer() };
  };

  function fieldOf(parentType: GraphQLObjectType, key: string, nodes: readonly [FieldNode, ...FieldNode[]]): SelectedField | null {
    const { value: name } = nodes[0].name;
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parentType.getFields()[name];
    if (!definition) return null;
    const selections = new Map<GraphQLObjectType, Selection>();
    return {
      key,
      parentType,
      definition,
      nodes,
      nullable: !isNonNullType(definition.type),
      resolve: definition.resolve ?? defaultFieldResolver,
      argumentsFor: argumentsOf(definition, nodes[0]),
      complete: completeAs(definition.type),
      selectionOn: (type) => {
        const known = selections.get(type);
        if (known) return known;
        const selection = select(type, nodes);
        selections.set(type, selection);
        return selection;
      },
    };
  }

  return select;
}

/** Literals are read once; each call of a resolver gets an object of its own nevertheless. */
function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): SelectedField['argumentsFor'] {
  if (definition.args.length === 0) return () => ({});
  if (!node.arguments?.every(({ value: { kind } }) => PLAIN.has(kind)))
    return (variableValues) => getArgumentValues(definition, node, variableValues);
  const values = getArgumentValues(definition, node);
  return () => ({ ...values });
}

/** Literals without variables or parts that a resolver could change. */
const PLAIN: ReadonlySet<Kind> = new Set([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM, Kind.NULL]);

/** Answers inherit nothing, not even `constructor`; unlike `Object.create(null)`, a class keeps them out of V8's slow dictionaries. */
function createAnswer(): Selection['Answer'] {
  class Answer {}
  Object.setPrototypeOf(Answer.prototype, null);
  Reflect.deleteProperty(Answer.prototype, 'constructor');
  return Answer as Selection['Answer'];
}
