import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { hash } from './random.ts';

/** `Type.field` of everything that some subgraph's `@key` names. Such a field tells which object it is of. */
export function keyFieldsOf(typeDefs: readonly DocumentNode[]): ReadonlySet<string> {
  const types = new Map<string, Map<string, string>>();
  const keys: { readonly type: string; readonly selection: SelectionSetNode }[] = [];
  for (const definition of typeDefs.flatMap((document) => document.definitions)) {
    if (
      !('fields' in definition) ||
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
    )
      continue;
    const fields = types.get(definition.name.value) ?? new Map<string, string>();
    types.set(definition.name.value, fields);
    for (const field of definition.fields ?? []) fields.set(field.name.value, namedTypeOf(field.type));
    for (const directive of definition.directives ?? []) {
      const fieldSet = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
      if (directive.name.value === 'key' && fieldSet?.kind === Kind.STRING)
        keys.push({ type: definition.name.value, selection: selectionOf(fieldSet.value) });
    }
  }
  const found = new Set<string>();
  const walk = (type: string, { selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      found.add(`${type}.${selection.name.value}`);
      if (selection.selectionSet) walk(types.get(type)?.get(selection.name.value) ?? '', selection.selectionSet);
    }
  };
  for (const { type, selection } of keys) walk(type, selection);
  return found;
}

export function selectionOf(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{ ${fieldSet} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fieldSet}" is no field set.`);
  return definition.selectionSet;
}

/** The value of a leaf that is (part of) a key, for the object of this number. */
export function keyValue(field: GraphQLField<unknown, unknown>, number: number): unknown {
  const text: unknown =
    getNamedType(field.type).name === 'Int' ? number : `${getNamedType(field.type).name === 'ID' ? '' : `${field.name}-`}${number}`;
  return wrapped(field.type, text);
}

function wrapped(type: GraphQLOutputType, value: unknown): unknown {
  if (isNonNullType(type)) return wrapped(type.ofType, value);
  if (isListType(type)) return [wrapped(type.ofType, value)];
  return isLeafType(type) ? value : undefined;
}

/** The number of the object that a value of a key belongs to. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return /\d+$/.test(value) ? Number(/\d+$/.exec(value)) : hash(value) % 1000;
  const inner = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => (key === '__typename' ? [] : [part]))
      : [];
  for (const part of inner) {
    const number = numberOf(part);
    if (number !== null) return number;
  }
  return null;
}

function namedTypeOf(type: { readonly kind: string; readonly type?: unknown; readonly name?: { readonly value: string } }): string {
  if (type.name) return type.name.value;
  const inner = type.type;
  return typeof inner === 'object' && inner !== null && 'kind' in inner ? namedTypeOf(inner as never) : '';
}
