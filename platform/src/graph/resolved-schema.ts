import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isIntrospectionType, isObjectType, Kind, parse } from 'graphql';
import { userErrorResolvers } from './user-errors.ts';
import { scalars } from './scalars.ts';
import { amountOf } from '../money.ts';

/** The resolvers of a subgraph: modules by name, each with resolvers by type and field. */
export type ResolverModules<Module extends object = object> = Readonly<Record<string, Module>>;

interface Resolution {
  readonly module: string;
  /** `Order.lines` */
  readonly place: string;
  readonly type: string;
  readonly field: string;
  readonly resolver: unknown;
}

/** What resolves the types that every subgraph shares. */
const PLATFORM = { ...scalars, ...userErrorResolvers, Money: { amount: amountOf } };

/**
 * The schema of a subgraph with its resolvers. It throws where two modules resolve the same field, where a resolver is of no
 * field, and where nobody resolves a field that cannot be read off its parent; each line names field and modules.
 */
export function resolvedSchema(name: string, sdl: string, modules: ResolverModules): GraphQLSchema {
  const own = resolutionsIn(Object.entries(modules));
  const all = [...resolutionsIn([['platform', PLATFORM]]), ...own];
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: byType(all) as never }]);
  const problems = [...resolvedTwice(all), ...resolvedInVain(schema, own), ...unresolved(schema, own)];
  if (problems.length > 0) throw new Error([`The resolvers of "${name}" do not fit its schema.`, ...problems].join('\n'));
  leaveDefaultSizes(schema);
  return schema;
}

function resolutionsIn(modules: readonly (readonly [name: string, module: object])[]): Resolution[] {
  return modules.flatMap(([module, types]) =>
    Object.entries(types).flatMap(([type, fields]: [string, object]) =>
      Object.entries(fields).map(([field, resolver]: [string, unknown]) => ({ module, place: `${type}.${field}`, type, field, resolver })),
    ),
  );
}

function byType(resolutions: readonly Resolution[]): Record<string, Record<string, unknown>> {
  const types = Map.groupBy(resolutions, ({ type }) => type);
  return Object.fromEntries(
    [...types].map(([type, ofType]) => [
      type,
      Object.fromEntries(ofType.map(({ field, resolver }) => [field, ownReference(field, resolver)])),
    ]),
  );
}

/** What a reference finds has its type written onto it by the library; what many requests are given must not be written to. */
function ownReference(field: string, resolver: unknown): unknown {
  if (field !== '__resolveReference' || typeof resolver !== 'function') return resolver;
  return async (...args: unknown[]) => {
    const found: unknown = await resolver(...args);
    return typeof found === 'object' && found !== null && Object.isFrozen(found) ? { ...found } : found;
  };
}

function resolvedTwice(resolutions: readonly Resolution[]): string[] {
  const byPlace = Map.groupBy(resolutions, ({ place }) => place);
  return [...byPlace]
    .filter(([, several]) => several.length > 1)
    .map(([place, several]) => `${place} is resolved by more than one module: ${several.map(({ module }) => module).join(', ')}.`);
}

function resolvedInVain(schema: GraphQLSchema, resolutions: readonly Resolution[]): string[] {
  return resolutions
    .filter(({ type, field }) => !hasPlaceFor(schema.getType(type), field))
    .map(({ module, place }) => `${place} is resolved by the module ${module} and is not in the schema.`);
}

/** What begins with two underscores is no field: it tells of the type itself. */
function hasPlaceFor(type: GraphQLNamedType | undefined, field: string): boolean {
  if (!type) return false;
  return !isObjectType(type) || field.startsWith('__') || field in type.getFields();
}

function unresolved(schema: GraphQLSchema, resolutions: readonly Resolution[]): string[] {
  const resolved = new Set(resolutions.map(({ place }) => place));
  const modules = [...new Set(resolutions.map(({ module }) => module))].join(', ');
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      [...fieldsToResolve(schema, type), ...(isEntity(type) ? ['__resolveReference'] : [])].map((field) => `${type.name}.${field}`),
    )
    .filter((place) => !resolved.has(place))
    .map((place) => `${place} is resolved by none of the modules: ${modules}.`);
}

/** Fields of the roots, and those with arguments; Apollo resolves its own, `_entities` and `_service`. */
function fieldsToResolve(schema: GraphQLSchema, type: GraphQLObjectType): string[] {
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
  return Object.values(type.getFields())
    .filter(({ name, args }) => (isRoot || args.length > 0) && !name.startsWith('_'))
    .map(({ name }) => name);
}

/** Whether others refer to objects of this type; without a resolver, Apollo takes each of them for one that is there. */
function isEntity({ astNode, extensionASTNodes }: GraphQLObjectType): boolean {
  const directives = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return directives.some(({ name, arguments: given = [] }) => {
    const isStub = given.some(
      ({ name: { value: argument }, value }) => argument === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
    );
    return name.value === 'key' && !isStub;
  });
}

/** A client that gives `last` alone gives no `first`, whatever its default: how long a page is then, the reading of pages says. */
function leaveDefaultSizes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { args } of Object.values(type.getFields())) {
      const first = args.find(({ name }) => name === 'first');
      if (first && args.some(({ name }) => name === 'last')) first.defaultValue = null;
    }
  }
}
