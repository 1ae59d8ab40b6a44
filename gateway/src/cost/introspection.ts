import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** What `__schema` or `__type` can cost. Conditions do not lessen it. */
export type IntrospectionCost = (node: FieldNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) => number;

/** A value of an introspection needs no database, and of the many `ofType` that clients ask for few are there. */
const VALUE = 0.25;

/**
 * Whether a list is read of all objects of its kind in the schema: then these lists together are as long as the schema says. Where it
 * is read of a few chosen ones, each may be the longest.
 */
type Among = 'all' | 'some';
type Lengths = Readonly<Record<Among, number>>;

export function createIntrospectionCost(schema: GraphQLSchema): IntrospectionCost {
  let known: ReadonlyMap<string, Lengths> | undefined;
  return (node, fragments) => {
    const lengths = (known ??= lengthsIn(schema));
    const costsOf = new Map<SelectionSetNode, Record<Among, number | undefined>>();

    const ofSelections = (type: GraphQLCompositeType, set: SelectionSetNode, among: Among): number => {
      const costs = costsOf.get(set) ?? { all: undefined, some: undefined };
      costsOf.set(set, costs);
      return (costs[among] ??= set.selections.reduce((total, selection) => {
        if (selection.kind === Kind.FIELD) return total + ofField(type, selection, among);
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        return fragment ? total + ofSelections(type, fragment.selectionSet, among) : total;
      }, 0));
    };

    const ofField = (parent: GraphQLCompositeType, { name, selectionSet }: FieldNode, among: Among): number => {
      const field = fieldOf(schema, parent, name.value);
      const type = field && getNamedType(field.type);
      const length = lengths.get(`${parent.name}.${name.value}`)?.[among] ?? 1;
      if (!selectionSet || !isCompositeType(type)) return length * VALUE;
      return length * (VALUE + ofSelections(type, selectionSet, staysAmong(parent, name.value, among)));
    };

    const root = schema.getQueryType();
    return root ? ofField(root, node, 'some') : 0;
  };
}

/** From the schema one comes to all its types, and from these to all their fields; every other step leads to some. */
function staysAmong(parent: GraphQLCompositeType, field: string, among: Among): Among {
  if (parent.name === '__Schema' && (field === 'types' || field === 'directives')) return 'all';
  return PARTS.has(field) ? among : 'some';
}

const PARTS: ReadonlySet<string> = new Set(['fields', 'inputFields', 'enumValues', 'args', 'locations']);

function lengthsIn(schema: GraphQLSchema): ReadonlyMap<string, Lengths> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap(fieldsOf);
  const whole = (length: number): Lengths => ({ all: length, some: length });
  return new Map([
    ['__Schema.types', whole(types.length)],
    ['__Schema.directives', whole(directives.length)],
    ['__Type.fields', lengthsOf(types, (type) => fieldsOf(type).length)],
    ['__Type.inputFields', lengthsOf(types, (type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['__Type.enumValues', lengthsOf(types, (type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['__Type.interfaces', lengthsOf(types, (type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0))],
    ['__Type.possibleTypes', lengthsOf(types, (type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))],
    ['__Field.args', lengthsOf(fields, ({ args }) => args.length)],
    ['__Directive.args', lengthsOf(directives, ({ args }) => args.length)],
    ['__Directive.locations', lengthsOf(directives, ({ locations }) => locations.length)],
  ]);
}

function lengthsOf<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Lengths {
  const lengths = items.map(lengthOf);
  return { all: lengths.reduce((total, length) => total + length, 0) / Math.max(1, items.length), some: Math.max(0, ...lengths) };
}

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) return name === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef;
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}
