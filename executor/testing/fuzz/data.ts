import { setImmediate } from 'node:timers/promises';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import {
  defaultFieldResolver,
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphAnswer } from '../../src/types.ts';
import { keyFieldsOf, keyValue, numberOf, selectionOf } from './identity.ts';
import { laxTypeDefs, UNKNOWN_TYPE } from './lax-schema.ts';
import { elementAt, hash } from './random.ts';

/** What goes wrong in one case. */
export interface Faults {
  readonly seed: number;
  /** How many values in a hundred are null, throw or (of a lax subgraph) are of a wrong type. */
  readonly percent: number;
  /** The subgraphs do not check their own answers. */
  readonly lax: boolean;
  readonly unreachable: string | null;
}

export const NO_FAULTS: Faults = { seed: 0, percent: 0, lax: false, unreachable: null };

export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** What a subgraph of the fuzz throws where one entity is to fail. */
export class RefusedEntity extends Error {}

/** An object of the data: nothing of it is stored, its fields follow from its type and number. */
interface Thing {
  readonly type: string;
  readonly number: number;
  /** The representation that asked for it. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** The subgraphs of a graph in this process. Every answer follows from the request and the faults. */
export class World {
  faults: Faults = NO_FAULTS;
  /** Which of several answers comes first: each is held back for a number of turns that follows from the order and the request. */
  order = 0;
  /** The messages of the errors in all answers so far. */
  readonly told = new Set<string>();
  /** Whether some request so far had a key of the planner's own. */
  isRenamed = false;
  readonly #subgraphs: ReadonlyMap<string, SubgraphWorld>;

  constructor(typeDefs: Readonly<Record<string, string>>) {
    const documents = new Map(Object.entries(typeDefs).map(([name, sdl]) => [name, parse(sdl)]));
    const keys = keyFieldsOf([...documents.values()]);
    const shared: SharedKnowledge = { keys, possibleTypes: new Map(), entityInterfaces: new Map() };
    this.#subgraphs = new Map(
      [...documents].map(([name, document]) => [name, new SubgraphWorld(name, document, shared, () => this.faults)]),
    );
  }

  async answer(service: string, request: Request): Promise<SubgraphAnswer> {
    const subgraph = this.#subgraphs.get(service);
    if (!subgraph || service === this.faults.unreachable)
      throw new GraphQLError(`The subgraph ${service} is out of reach.`, { extensions: { code: 'OUT_OF_REACH' } });
    const turns = this.order === 0 ? 0 : hash(this.order, service, request.query) % 12;
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    this.isRenamed ||= request.query.includes('__alias_');
    const answer = await subgraph.answer(request);
    for (const { message } of answer.errors ?? []) this.told.add(message);
    return answer;
  }
}

interface SharedKnowledge {
  readonly keys: ReadonlySet<string>;
  /** By `Type.field`: the types that every subgraph which has the field may answer. */
  readonly possibleTypes: Map<string, readonly string[]>;
  /** Interfaces with a key and what implements them: an object has one type wherever it is met, which follows from its number. */
  readonly entityInterfaces: Map<string, readonly string[]>;
}

class SubgraphWorld {
  readonly #name: string;
  readonly #shared: SharedKnowledge;
  readonly #faults: () => Faults;
  readonly #strict: GraphQLSchema;
  readonly #lax: GraphQLSchema;
  readonly #requires: ReadonlyMap<string, SelectionSetNode>;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(name: string, typeDefs: DocumentNode, shared: SharedKnowledge, faults: () => Faults) {
    this.#name = name;
    this.#shared = shared;
    this.#faults = faults;
    this.#requires = requiredInputs(typeDefs);
    const resolvers = this.#resolvers(typeDefs);
    this.#strict = knowingTypesFirst(buildSubgraphSchema([{ typeDefs, resolvers }]));
    this.#lax = knowingTypesFirst(buildSubgraphSchema([{ typeDefs: laxTypeDefs(typeDefs), resolvers }]));
    this.#learn();
  }

  async answer({ query, variables, operationName }: Request): Promise<SubgraphAnswer> {
    const document = this.#documents.get(query) ?? parse(query);
    if (!this.#documents.has(query)) {
      const errors = validate(this.#strict, document);
      if (errors.length > 0)
        return {
          errors: errors.slice(0, 1).map(({ message }) => ({ message: `${this.#name} was sent an invalid operation: ${message}` })),
        };
      this.#documents.set(query, document);
    }
    const result = await execute({
      schema: this.#faults().lax ? this.#lax : this.#strict,
      document,
      variableValues: variables,
      ...(operationName !== undefined && { operationName }),
      fieldResolver: (source, args, context, info) => {
        if (info.fieldName === '_entities' || info.fieldName === '_service') return defaultFieldResolver(source, args, context, info);
        return this.#value(isThing(source) ? source : { type: info.parentType.name, number: 0, given: {} }, args, info);
      },
      typeResolver: (value) => (isThing(value) ? this.#typeName(value) : undefined),
    });
    return JSON.parse(JSON.stringify(result));
  }

  #learn(): void {
    for (const type of Object.values(this.#strict.getTypeMap())) {
      if (isInterfaceType(type) && [...this.#shared.keys].some((key) => key.startsWith(`${type.name}.`))) {
        this.#shared.entityInterfaces.set(type.name, this.#possible(type).sort());
      }
      if (!isObjectType(type) || type.name.startsWith('_')) continue;
      for (const field of Object.values(type.getFields())) {
        const answered = getNamedType(field.type);
        if (!isAbstractType(answered)) continue;
        const known = this.#shared.possibleTypes.get(`${type.name}.${field.name}`);
        const here = this.#possible(answered);
        this.#shared.possibleTypes.set(`${type.name}.${field.name}`, known ? known.filter((name) => here.includes(name)) : here);
      }
    }
  }

  #possible(type: GraphQLAbstractType): string[] {
    return this.#strict.getPossibleTypes(type).map(({ name }) => name);
  }

  #resolvers(typeDefs: DocumentNode): NonNullable<GraphQLSchemaModule['resolvers']> {
    const resolvers: NonNullable<GraphQLSchemaModule['resolvers']> = {};
    for (const definition of typeDefs.definitions) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
        resolvers[definition.name.value] = { __resolveReference: (given) => this.#entity(definition.name.value, given) };
      if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
      const resolveType = (value: unknown) => (isThing(value) ? this.#typeName(value) : undefined);
      resolvers[definition.name.value] = {
        __resolveReference: (given) => this.#entity(definition.name.value, given),
        __resolveType: resolveType,
      };
    }
    return resolvers;
  }

  #entity(typeName: string, given: unknown): Thing | null | Promise<Thing | null> {
    const inputs = typeof given === 'object' && given !== null ? Object.entries(given) : [];
    const key = inputs.filter(([name]) => this.#shared.keys.has(`${typeName}.${name}`)).map(([, value]) => numberOf(value));
    const number = key.find((value) => value !== null);
    if (number === undefined || number === null) return null;
    const fault = this.#fault('entity', typeName, number);
    if (fault === 'null' || fault === 'wrong') return null;
    if (fault === 'throw') return this.#refusal(new RefusedEntity(`No ${typeName} ${number} in ${this.#name}`));
    const type = this.#strict.getType(typeName);
    return { type: isAbstractType(type) ? this.#typeByNumber(type, number) : typeName, number, given: Object.fromEntries(inputs) };
  }

  /** Thrown at once it takes the whole call down, rejected later one entity of it. */
  #refusal(error: Error): Promise<never> {
    if (this.#faults().seed % 4 === 0) throw error;
    return Promise.reject(error);
  }

  #value(thing: Thing, args: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo): unknown {
    const field = this.#strict.getType(thing.type);
    const definition = isObjectType(field) ? field.getFields()[info.fieldName] : undefined;
    if (!definition) return null;
    const place = [thing.type, thing.number, info.fieldName, ...(Object.keys(args).length > 0 ? [JSON.stringify(args)] : [])];
    const fault = this.#fault(...place);
    if (fault === 'null') return null;
    if (fault === 'throw') throw new Error(`${this.#name} cannot tell ${thing.type}.${info.fieldName} of ${thing.number}`);
    if (fault === 'wrong' && !isCompositeType(getNamedType(definition.type)))
      return elementAt(['wrong', 4.5, true, { a: 1 }, ['x'], 2 ** 40], hash(...place) % 6);
    if (this.#shared.keys.has(`${thing.type}.${info.fieldName}`)) {
      const named = getNamedType(definition.type);
      return isObjectType(named) ? { type: named.name, number: thing.number, given: {} } : keyValue(definition, thing.number);
    }
    const inputs = this.#requires.get(`${thing.type}.${info.fieldName}`);
    return this.#made(definition.type, inputs ? [...place, JSON.stringify(projected(thing.given, inputs))] : place, inputs !== undefined);
  }

  #made(type: GraphQLOutputType, place: readonly (string | number)[], telling: boolean): unknown {
    if (isNonNullType(type)) return this.#made(type.ofType, place, telling);
    if (isListType(type)) {
      return Array.from({ length: hash('length', ...place) % 4 }, (_, index) => {
        const at = [...place, index];
        const fault = this.#fault('element', ...at);
        const missing = fault === 'null' || (!isNonNullType(type.ofType) && hash('gap', ...at) % 12 === 0);
        return missing ? null : this.#made(type.ofType, at, telling);
      });
    }
    if (!isNonNullType(type) && hash('nothing', ...place) % 15 === 0 && place.length <= 4 && this.#nullable(place)) return null;
    if (isCompositeType(type)) return this.#object(type, place);
    return leaf(type, place, telling);
  }

  /** Only what is nullable wherever it is declared may be null without a fault. */
  #nullable([typeName, , fieldName]: readonly (string | number)[]): boolean {
    const type = this.#strict.getType(String(typeName));
    const field = isObjectType(type) ? type.getFields()[String(fieldName)] : undefined;
    return field !== undefined && !isNonNullType(field.type) && !isListType(field.type);
  }

  #object(type: GraphQLCompositeType, place: readonly (string | number)[]): Thing | null {
    const number = 1 + (hash('number', ...place) % 5);
    const implementers = this.#shared.entityInterfaces.get(type.name);
    if (isAbstractType(type) && implementers) return { type: elementAt(implementers, number % implementers.length), number, given: {} };
    const known = isAbstractType(type) ? (this.#shared.possibleTypes.get(`${place[0]}.${place[2]}`) ?? []) : [type.name];
    const name = known[hash('type', ...place) % known.length];
    return name === undefined ? null : { type: name, number: this.#fittingNumber(name, number), given: {} };
  }

  #typeByNumber(type: GraphQLAbstractType, number: number): string {
    const names = this.#shared.entityInterfaces.get(type.name) ?? this.#possible(type);
    return elementAt(names, number % names.length);
  }

  #fittingNumber(typeName: string, number: number): number {
    const implementers = [...this.#shared.entityInterfaces.values()].find((names) => names.includes(typeName)) ?? [typeName];
    return number - (number % implementers.length) + implementers.indexOf(typeName) + (implementers.length > 1 ? implementers.length : 0);
  }

  /** Of an unknown type an object is wherever it is met. */
  #typeName(thing: Thing): string {
    const { lax, seed, percent } = this.#faults();
    return lax && hash('type', seed, thing.type, thing.number) % 400 < percent ? UNKNOWN_TYPE : thing.type;
  }

  #fault(...place: readonly (string | number)[]): 'null' | 'throw' | 'wrong' | null {
    const { seed, percent, lax } = this.#faults();
    if (percent === 0 || hash('fault', seed, this.#name, ...place) % 1000 >= percent * 10) return null;
    return elementAt(
      lax ? (['null', 'throw', 'wrong', 'wrong'] as const) : (['null', 'throw'] as const),
      hash('kind', seed, ...place) % (lax ? 4 : 2),
    );
  }
}

/**
 * A representation of an unknown type takes a call down. `@apollo/subgraph` looks up the entities before it first, and nobody would
 * take their rejections, which ends the process.
 */
function knowingTypesFirst(schema: GraphQLSchema): GraphQLSchema {
  const entities = schema.getQueryType()?.getFields()['_entities'];
  const resolve = entities?.resolve;
  if (!resolve) return schema;
  entities.resolve = (source, args, context, info) => {
    for (const { __typename } of args.representations) {
      const type = schema.getType(__typename);
      if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`There is no type ${__typename}.`);
    }
    return resolve(source, args, context, info);
  };
  return schema;
}

function leaf(type: GraphQLLeafType, place: readonly (string | number)[], telling: boolean): unknown {
  const number = hash('leaf', ...place);
  if (isEnumType(type)) return elementAt(type.getValues(), number % type.getValues().length).name;
  switch (type.name) {
    case 'Int':
      return number % 100;
    case 'Float':
      return (number % 100) + 0.5;
    case 'Boolean':
      return number % 2 === 0;
    case 'String':
    case 'ID':
      return telling ? place.slice(2).join(' ') : `${place[2]} ${number % 50}`;
    default:
      return elementAt([{ a: [number % 9], __typename: 'Custom' }, [1, null, { b: 2 }], number % 7, 'raw', 0, '', false], number % 7);
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'type' in value && 'number' in value && 'given' in value;
}

/** The selection of each field's `@requires`, by `Type.field`. */
function requiredInputs(typeDefs: DocumentNode): Map<string, SelectionSetNode> {
  const found = new Map<string, SelectionSetNode>();
  for (const definition of typeDefs.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const fieldSet = field.directives
        ?.find(({ name }) => name.value === 'requires')
        ?.arguments?.find(({ name }) => name.value === 'fields')?.value;
      if (fieldSet?.kind === Kind.STRING) found.set(`${definition.name.value}.${field.name.value}`, selectionOf(fieldSet.value));
    }
  }
  return found;
}

/** What a `@requires` can see of a representation. */
function projected(value: unknown, { selections }: SelectionSetNode): unknown {
  if (Array.isArray(value)) return value.map((element) => projected(element, { kind: Kind.SELECTION_SET, selections }));
  if (typeof value !== 'object' || value === null) return value;
  const seen: Record<string, unknown> = {};
  const source: Readonly<Record<string, unknown>> = { ...value };
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const part = source[selection.name.value];
      seen[selection.name.value] = part === undefined ? 'missing' : selection.selectionSet ? projected(part, selection.selectionSet) : part;
    } else if (
      selection.kind === Kind.INLINE_FRAGMENT &&
      (!selection.typeCondition || source['__typename'] === undefined || selection.typeCondition.name.value === source['__typename'])
    ) {
      Object.assign(seen, projected(value, selection.selectionSet));
    }
  }
  return seen;
}
