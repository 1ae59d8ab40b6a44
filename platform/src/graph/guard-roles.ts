import {
  defaultFieldResolver,
  getDirectiveValues,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { Refusal } from '../errors.ts';
import { type Actor, type Role, ROLES } from '../security/actor.ts';
import type { BaseContext } from './base-context.ts';

type Resolve = GraphQLFieldResolver<unknown, BaseContext>;

/** Refuses fields with `@auth` to those who lack every role it names. */
export function guardRoles(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const required = requiredRoles(schema, field.astNode);
      if (!required) continue;
      const guard =
        (inner: Resolve): Resolve =>
        (source, args, context, info) => {
          demand(context.actor, required);
          return inner(source, args, context, info);
        };
      field.resolve = guard(field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guard(field.subscribe);
    }
  }
}

function requiredRoles(schema: GraphQLSchema, node: Parameters<typeof getDirectiveValues>[1] | null | undefined): Role[] | null {
  const directive = schema.getDirective('auth');
  const given: unknown = directive && node && getDirectiveValues(directive, node)?.['requires'];
  return Array.isArray(given) ? ROLES.filter((role) => given.includes(role)) : null;
}

function demand(actor: Actor | null, required: readonly Role[]): void {
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  if (required.some((role) => actor.roles.includes(role))) return;
  throw new GraphQLError(`This needs the role ${required.join(' or ')}.`, { extensions: { code: 'FORBIDDEN' } });
}
