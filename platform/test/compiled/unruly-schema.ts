import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  responsePathAsArray,
} from 'graphql';
import { scalars } from '../../src/graph/scalars.ts';
import { createDice, type Dice } from './dice.ts';

/** What a request chooses, and where it notes what its resolvers were given. */
export interface UnrulyContext {
  readonly seed: string;
  /** How likely something goes wrong at any one place. */
  readonly trouble: number;
  /** Whether nothing takes its time. */
  readonly isPrompt: boolean;
  readonly calls: string[];
}

const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['id_1', 7, ''],
  String: ['text', '', 12, true],
  Int: [0, 5, -1, '12'],
  Float: [0.5, 2],
  Boolean: [true, false, 1],
  DateTime: ['2026-01-02T03:04:05Z', '2026-01-02 03:04:05.678+00'],
  SafeInt: [1, '12345678901'],
};

/**
 * A subgraph that gives what a seed chooses: values, nulls, promises that take their time, errors thrown, rejected and
 * returned, values of the wrong kind. Some fields have resolvers, the others are properties or methods of their object.
 */
export function buildUnrulySchema(sdl: string, seed: string): GraphQLSchema {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: { ...scalars } }]);
  for (const type of Object.values(schema.getTypeMap())) {
    const dice = createDice(`${seed} ${type.name}`);
    const ticks = dice.below(2);
    if (isAbstractType(type) && (!type.resolveType || dice.chance(0.5)))
      type.resolveType = dice.chance(0.5)
        ? undefined
        : (value, context: UnrulyContext) => late(context.isPrompt ? 0 : ticks, () => read(value, '__typename') as string);
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    if (dice.chance(0.3))
      type.isTypeOf = (value, context: UnrulyContext) => late(context.isPrompt ? 0 : ticks, () => read(value, '__typename') === type.name);
    if (schema.getType('_Entity')) Object.assign(type, { extensions: { apollo: { subgraph: { resolveReference } } } });
    for (const field of Object.values(type.getFields()))
      if (!field.name.startsWith('_')) field.resolve = dice.chance(0.5) ? resolverOf(schema, field) : undefined;
  }
  return schema;

  function resolveReference(reference: { __typename: string }, context: UnrulyContext, info: GraphQLResolveInfo): unknown {
    const type = schema.getType(reference.__typename);
    if (!isObjectType(type)) throw new Error('Not an entity.');
    context.calls.push(`reference ${JSON.stringify(reference)} ${info.fieldName}`);
    return give(schema, type, `reference ${JSON.stringify(reference)}`, context);
  }
}

/** The root value of an operation on the type called `name`. */
export function rootValueOf(schema: GraphQLSchema, name: string, context: UnrulyContext): unknown {
  return objectOf(schema, name, 'root', context);
}

function resolverOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>) {
  return (_source: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo) => {
    const { calls } = context as UnrulyContext;
    const path = responsePathAsArray(info.path).join('.');
    calls.push(
      [path, info.parentType.name, info.fieldName, info.returnType, info.fieldNodes.length, info.operation.operation].join(' ') +
        JSON.stringify([args, info.variableValues, Object.keys(info.fragments), info.path.typename, info.rootValue === undefined]),
    );
    return give(schema, field.type, path, context as UnrulyContext);
  };
}

function give(schema: GraphQLSchema, type: GraphQLOutputType, place: string, context: UnrulyContext, fewestTicks = 0): unknown {
  const dice = createDice(`${context.seed} ${place}`);
  const ticks = context.isPrompt ? 0 : fewestTicks + (dice.chance(0.3) ? 1 + dice.below(4) : 0);
  return late(ticks, () => (dice.chance(context.trouble) ? misbehave(dice) : valueOf(schema, type, place, context, dice)));
}

function misbehave(dice: Dice): unknown {
  return dice.pick([
    () => null,
    () => undefined,
    () => new Error('returned'),
    () => 'not what was wanted',
    () => ({ __typename: 'Nobody' }),
    () => ({ __typename: 'Node' }),
    () => ({ __typename: 'Query' }),
    () => Number.NaN,
    () => {
      throw new Error('thrown');
    },
    () => {
      throw new GraphQLError('refused', { extensions: { code: 'FORBIDDEN' } });
    },
    () => {
      // oxlint-disable-next-line typescript/only-throw-error -- resolvers of others may throw anything
      throw 'a text';
    },
  ])();
}

/**
 * Items that must not be null are all late or all prompt: graphql-js leaves the promises of a list alone when a later item
 * fails at once, and Node ends a process for a rejection that nobody handles.
 */
function valueOf(schema: GraphQLSchema, type: GraphQLOutputType, place: string, context: UnrulyContext, dice: Dice): unknown {
  if (isNonNullType(type)) return valueOf(schema, type.ofType, place, context, dice);
  if (isListType(type)) {
    const ticks = isNonNullType(type.ofType) && context.trouble > 0 ? 1 : 0;
    const items = Array.from({ length: dice.below(4) }, (_, at) => give(schema, type.ofType, `${place}[${at}]`, context, ticks));
    return dice.chance(0.2) ? new Set(items) : items;
  }
  if (isEnumType(type)) return dice.pick(type.getValues()).value;
  if (isScalarType(type)) return dice.pick(LEAVES[type.name] ?? ['EUR']);
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return objectOf(schema, dice.pick(types).name, place, context);
}

/** An object whose properties are made up when they are read, as every one may lead to any other. */
function objectOf(schema: GraphQLSchema, name: string, place: string, context: UnrulyContext): unknown {
  const type = schema.getType(name);
  const fields = isObjectType(type) ? type.getFields() : {};
  return new Proxy<Record<PropertyKey, unknown>>(
    { __typename: name },
    {
      get(target, key) {
        const field = typeof key === 'string' ? fields[key] : undefined;
        if (!field) return target[key];
        if (!createDice(`${context.seed} ${place} ${field.name} method`).chance(0.3))
          return give(schema, field.type, `${place} ${field.name}`, context);
        return (args: unknown, given: unknown, info: GraphQLResolveInfo) => {
          context.calls.push(`${info.fieldName} ${JSON.stringify(args)} ${given === context}`);
          return give(schema, field.type, `${place} ${field.name}`, context);
        };
      },
    },
  );
}

function late<T>(ticks: number, make: () => T): T | Promise<T> {
  if (ticks === 0) return make();
  return Promise.resolve().then(() => late(ticks - 1, make));
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
