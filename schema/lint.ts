import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { codesIn } from './user-errors.ts';

/** How many places need a description, and how many have one. */
export interface Coverage {
  readonly described: number;
  readonly total: number;
}

/** Breaches of the conventions of docs/schema.md in an API schema; each line names its place. */
export function lint(schema: GraphQLSchema): { readonly problems: readonly string[]; readonly coverage: Coverage } {
  const problems: string[] = [];
  let described = 0;
  let total = 0;
  const describe = (place: string, description: string | null | undefined) => {
    total++;
    if (description?.trim()) described++;
    else problems.push(`${place} has no description.`);
  };

  for (const type of ownTypes(schema)) {
    describe(type.name, type.description);
    if (!/^[A-Z][A-Za-z0-9]*$/.test(type.name) || type.name.endsWith('Enum')) problems.push(`${type.name} is no type name of ours.`);
    if (isEnumType(type)) {
      for (const value of type.getValues()) {
        describe(`${type.name}.${value.name}`, value.description);
        if (!/^[A-Z][A-Z0-9_]*$/.test(value.name)) problems.push(`${type.name}.${value.name} is not in capitals.`);
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const place = `${type.name}.${field.name}`;
      describe(place, field.description);
      if (!/^[a-z][A-Za-z0-9]*$/.test(field.name)) problems.push(`${place} is not in camel case.`);
      if (!('args' in field)) continue;
      for (const argument of field.args) describe(`${place}(${argument.name})`, argument.description);
      problems.push(...connectionProblems(place, field));
    }
  }
  problems.push(...mutationProblems(schema), ...rootProblems(schema), ...subscriptionProblems(schema));
  return { problems, coverage: { described, total } };
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
}

/** One argument `input`, a nullable payload of the same name, `userErrors` in it, whose codes its description names. */
function mutationProblems(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const place = `Mutation.${field.name}`;
    const found: string[] = [];
    const [input, ...others] = field.args;
    if (input?.name !== 'input' || others.length > 0 || !isNonNullType(input.type)) found.push(`${place} takes one argument, input.`);
    if (!codesIn(field.description)) found.push(`${place} must say which codes it may answer, as "userErrors: CONFLICT, NOT_FOUND.".`);
    if (!isObjectType(field.type)) return [...found, `${place} must answer a nullable payload.`];
    if (!field.type.name.endsWith('Payload')) found.push(`${place} must answer a …Payload.`);
    if (String(field.type.getFields()['userErrors']?.type) !== '[UserError!]!')
      found.push(`${field.type.name} needs userErrors: [UserError!]!.`);
    return found;
  });
}

/** A subgraph that is down must not null the whole answer. */
function rootProblems(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter((field) => isNonNullType(field.type))
    .map((field) => `Query.${field.name} must be nullable.`);
}

/** Past tense, and resumable where its payload has a cursor. */
function subscriptionProblems(schema: GraphQLSchema): string[] {
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap((field) => {
    const place = `Subscription.${field.name}`;
    const found: string[] = [];
    if (!/(ed|ent)$/.test(field.name)) found.push(`${place} is not in the past tense.`);
    const event = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isObjectType(event) || !event.getFields()['cursor']) found.push(`${place} must answer events with a cursor.`);
    if (!field.args.some(({ name }) => name === 'after')) found.push(`${place} needs the argument after.`);
    return found;
  });
}

function connectionProblems(place: string, field: GraphQLField<unknown, unknown>): string[] {
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (isListType(type) || !isObjectType(type) || !type.name.endsWith('Connection')) return [];
  const names = new Set(field.args.map(({ name }) => name));
  const found = ['first', 'after', 'last', 'before']
    .filter((name) => !names.has(name))
    .map((name) => `${place} needs the argument ${name}.`);
  const missing = ['edges', 'nodes', 'pageInfo', 'totalCount'].filter((name) => !type.getFields()[name]);
  return [...found, ...missing.map((name) => `${type.name} needs ${name}.`)];
}
