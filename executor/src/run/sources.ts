import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { satisfies } from '../data/satisfies.ts';
import type { FlatFetch } from './flat-fetch.ts';

/** A place at which another answer of the same subgraph holds all that a fetch of entities would ask. */
export interface Source {
  readonly path: readonly string[];
  /** What must be there, so that an object can stand for the subgraph's answer. */
  readonly keys: readonly string[];
  /** The type of its objects, where their `__typename` was not asked for. */
  readonly typename: string | null;
}

/**
 * Where the entities of a fetch may be known from: `{ users { id name } posts { author { name } } }` has brought the names of
 * some authors when it comes to them. `others` are fetches that may have been answered by then. Only fetches of leaves of one
 * object type have sources.
 */
export function sourcesOf(schema: GraphQLSchema, fetch: FlatFetch, others: readonly FlatFetch[]): Source[] {
  const wanted = wantedBy(schema, fetch);
  if (!wanted) return [];
  return others.flatMap((other) => {
    const root = isSource(other, fetch) ? rootOf(schema, other) : null;
    return root ? new Search(schema, wanted, other).below(root, [other.operation.selectionSet], other.path) : [];
  });
}

/** An event says what was when it happened; what completes it is as of now. */
function isSource({ node }: FlatFetch, fetch: FlatFetch): boolean {
  return node.serviceName === fetch.node.serviceName && node.operationKind === 'query' && node.outputRewrites.length === 0;
}

interface Wanted {
  readonly type: string;
  /** Fields by response key, as text with arguments. */
  readonly fields: ReadonlyMap<string, string>;
}

function wantedBy(schema: GraphQLSchema, { node, operation }: FlatFetch): Wanted | null {
  const [fragment, ...others] = node.requires ?? [];
  if (fragment?.kind !== 'InlineFragment' || others.length > 0 || node.inputRewrites.length > 0 || node.outputRewrites.length > 0)
    return null;
  const { typeCondition: type, selections } = fragment;
  if (type === undefined || !isObjectType(schema.getType(type))) return null;
  const fields = new Map<string, string>();
  for (const selection of selections) {
    if (selection.kind !== 'Field' || selection.selections || selection.sentAs !== selection.key) return null;
    if (selection.key !== '__typename') fields.set(selection.key, selection.key);
  }
  for (const field of fieldsFor(schema, type, [operation.selectionSet], operation.fragments)) {
    if (field.selectionSet || field.directives?.length) return null;
    fields.set(keyOf(field), textOf(field));
  }
  return { type, fields };
}

class Search {
  readonly #schema: GraphQLSchema;
  readonly #wanted: Wanted;
  readonly #fragments: FlatFetch['operation']['fragments'];

  constructor(schema: GraphQLSchema, wanted: Wanted, { operation }: FlatFetch) {
    this.#schema = schema;
    this.#wanted = wanted;
    this.#fragments = operation.fragments;
  }

  below(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], path: readonly string[]): Source[] {
    const runtime = this.#runtimeType(type);
    if (!runtime) return [];
    const fields = Map.groupBy(fieldsFor(this.#schema, runtime.name, sets, this.#fragments), keyOf);
    const here = path.length > 0 && runtime.name === this.#wanted.type && this.#isCovered(fields);
    const deeper = [...fields].flatMap(([key, nodes]) => this.#belowField(runtime, key, nodes, path));
    if (!here) return deeper;
    const isNamed = fields.has('__typename');
    if (!isNamed && isAbstractType(type)) return deeper;
    return [{ path, keys: [...this.#wanted.fields.keys()], typename: isNamed ? null : runtime.name }, ...deeper];
  }

  #belowField(parent: GraphQLCompositeType, key: string, nodes: readonly FieldNode[], path: readonly string[]): Source[] {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const [node] = nodes;
    const field = node && (isObjectType(parent) || isInterfaceType(parent)) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (sets.length === 0 || !field || !isCompositeType(type)) return [];
    return this.below(type, sets, [...path, key, ...listSteps(field.type)]);
  }

  /** At an abstract position only objects of the wanted type are of interest. */
  #runtimeType(type: GraphQLCompositeType): GraphQLCompositeType | null {
    if (!isAbstractType(type)) return type;
    const wanted = this.#schema.getType(this.#wanted.type);
    return isObjectType(wanted) && this.#schema.isSubType(type, wanted) ? wanted : null;
  }

  #isCovered(fields: ReadonlyMap<string, readonly FieldNode[]>): boolean {
    return [...this.#wanted.fields].every(([key, text]) => fields.get(key)?.some((field) => textOf(field) === text));
  }
}

function rootOf(schema: GraphQLSchema, { node }: FlatFetch): GraphQLCompositeType | null {
  if (node.requires === undefined) return schema.getRootType(node.operationKind) ?? null;
  const [fragment, ...others] = node.requires;
  if (fragment?.kind !== 'InlineFragment' || fragment.typeCondition === undefined || others.length > 0) return null;
  const type = schema.getType(fragment.typeCondition);
  return isCompositeType(type) ? type : null;
}

/** The fields that apply to an object of a type, through fragments. */
function fieldsFor(
  schema: GraphQLSchema,
  typeName: string,
  sets: readonly SelectionSetNode[],
  fragments: FlatFetch['operation']['fragments'],
): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection): FieldNode[] => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || (condition !== undefined && !satisfies(schema, typeName, condition))) return [];
      return fieldsFor(schema, typeName, [fragment.selectionSet], fragments);
    }),
  );
}

function listSteps(type: GraphQLOutputType): string[] {
  if (isNonNullType(type)) return listSteps(type.ofType);
  return isListType(type) ? ['@', ...listSteps(type.ofType)] : [];
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function textOf({ name, arguments: given = [] }: FieldNode): string {
  return given.length > 0 ? `${name.value}(${given.map((argument) => print(argument)).join()})` : name.value;
}
