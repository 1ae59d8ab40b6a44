import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Ids of what is there, by the type of the object. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

type Field = GraphQLField<unknown, unknown>;

const MAX_LEVELS = 9;
const MAX_FIELDS = 60;
/** Most of them short, so that many pages are full. */
const LENGTHS = [1, 1, 2, 3, 5, 20, 100];

/** A query of the graph, mostly valid: pages in pages, aliases, fragments, conditions, variables. */
export function randomQuery(schema: GraphQLSchema, known: KnownIds, random: () => number): RandomQuery {
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  let fields = 0;

  const below = (limit: number) => Math.floor(random() * limit);
  const some = <Item>(items: readonly Item[], max: number): Item[] => {
    const left = [...items];
    return Array.from({ length: Math.min(left.length, 1 + below(max)) }, () => left.splice(below(left.length), 1)).flat();
  };
  const variable = (type: string, value: unknown): string => {
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };

  const selectionOf = (type: GraphQLNamedType, level: number): string => {
    if (isAbstractType(type)) {
      const parts = some(schema.getPossibleTypes(type), 4).map((one) => `... on ${one.name} ${selectionOf(one, level)}`);
      return `{ __typename ${parts.join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const possible = Object.values(type.getFields()).filter((field) => canBeAsked(field, known) && (level < MAX_LEVELS || isLeaf(field)));
    return `{ __typename ${some(possible, 4)
      .map((field) => fieldOf(field, level))
      .join(' ')} }`;
  };

  const fieldOf = (field: Field, level: number): string => {
    if (++fields > MAX_FIELDS) return '__typename';
    const type = getNamedType(field.type);
    const alias = random() < 0.15 ? `a${fields}: ` : '';
    const condition = random() < 0.1 ? ` @include(if: ${variable('Boolean!', random() < 0.7)})` : '';
    return `${alias}${field.name}${argumentsOf(field)}${condition} ${isCompositeType(type) ? selectionOf(type, level + 1) : ''}`;
  };

  const argumentsOf = (field: Field): string => {
    const takes = new Set(field.args.map(({ name }) => name));
    const ids = known[getNamedType(field.type).name] ?? [];
    const given: string[] = [];
    if (takes.has('id') && ids.length > 0) given.push(`id: ${JSON.stringify(ids[below(ids.length)])}`);
    if (takes.has('ids')) given.push(`ids: ${JSON.stringify(some(ids, LENGTHS[below(LENGTHS.length)] ?? 1))}`);
    if (takes.has('first') && random() < 0.8) {
      const length = LENGTHS[below(LENGTHS.length)];
      given.push(`${takes.has('last') && random() < 0.2 ? 'last' : 'first'}: ${random() < 0.3 ? variable('Int', length) : length}`);
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };

  const root = schema.getQueryType();
  const body = root ? selectionOf(root, 0) : '';
  return { query: `query ${definitions.length > 0 ? `(${definitions.join(', ')})` : ''} ${body}`, variables };
}

function isLeaf(field: Field): boolean {
  return isLeafType(getNamedType(field.type));
}

function canBeAsked(field: Field, known: KnownIds): boolean {
  const ids = known[getNamedType(field.type).name] ?? [];
  return field.args.every((argument) => (['id', 'ids'].includes(argument.name) ? ids.length > 0 : !isRequiredArgument(argument)));
}
