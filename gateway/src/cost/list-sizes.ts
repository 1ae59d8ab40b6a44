import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  GraphQLInt,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Variables } from '@agora/executor';
import type { Cost } from './expression.ts';
import type { ReadValue } from './variables.ts';

/** A longer page is refused by the subgraph that is asked for it. */
export const MAX_PAGE_SIZE = 100;
/** What a subgraph reads where neither the client nor the schema says how much. */
const USUAL_PAGE = 20;

type Field = GraphQLField<unknown, unknown>;

/** By Relay's rules: a page is asked for by `first` or `last`, and is in `edges` or `nodes`. */
export function isConnection(field: Field): boolean {
  const type = getNamedType(field.type);
  return slicesOf(field).length > 0 && isObjectType(type) && ('edges' in type.getFields() || 'nodes' in type.getFields());
}

/** How long the page of a connection is; what is no length, and so will be refused, counts as the longest. */
export function pageSize(field: Field, node: FieldNode, read: ReadValue): Cost {
  const slices = slicesOf(field);
  const names = new Set(slices.map(({ name }) => name));
  const given = (node.arguments ?? []).filter(({ name }) => names.has(name.value));
  const unasked = slices.map(({ defaultValue }) => defaultValue).find((size) => typeof size === 'number') ?? USUAL_PAGE;
  return settled(node, (variables) => {
    let size = 0;
    for (const { value } of given) {
      const asked = read(value, variables);
      if (asked !== null && asked !== undefined) size = Math.max(size, pageOf(asked));
    }
    return size || unasked;
  });
}

/** By Relay's rules: a root field that takes nothing but a list answers a list of the same length. */
export function isPlural({ args: [only, ...others], type }: Field): boolean {
  return isList(type) && only !== undefined && others.length === 0 && isList(only.type);
}

/** As long as the list that is given; all there is where none need be. */
export function pluralSize({ args: [only] }: Field, node: FieldNode, max: number, read: ReadValue): Cost {
  const [given] = node.arguments ?? [];
  const unasked = only && isNonNullType(only.type) ? 1 : max;
  return settled(node, (variables) => {
    const items = given && read(given.value, variables);
    return Array.isArray(items) ? Math.min(items.length, max) : unasked;
  });
}

export function isList(type: Field['type'] | Field['args'][number]['type']): boolean {
  return isListType(getNullableType(type));
}

function slicesOf({ args }: Field): Field['args'] {
  return args.filter(({ name, type }) => (name === 'first' || name === 'last') && getNullableType(type) === GraphQLInt);
}

function pageOf(asked: unknown): number {
  return typeof asked === 'number' && asked >= 1 && asked <= MAX_PAGE_SIZE ? asked : MAX_PAGE_SIZE;
}

/** Found once where no variable has a part in it. */
function settled({ arguments: given = [] }: FieldNode, size: (variables: Variables) => number): Cost {
  return given.some(({ value }) => value.kind === Kind.VARIABLE) ? size : size({});
}
