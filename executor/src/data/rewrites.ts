import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { satisfies } from './satisfies.ts';
import { type DataObject, isObject } from './tree.ts';

const CONDITION = '... on ';

/**
 * Changes data as a plan asks: sets `__typename` on its way to a subgraph, and renames `id__alias_0` to `id` on its way back,
 * where two types at one abstract position disagree about the type of a field. An object whose type is not known satisfies
 * every condition.
 */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], value: unknown): void {
  for (const rewrite of rewrites) applyRewrite(schema, rewrite, rewrite.path, value);
}

function applyRewrite(schema: GraphQLSchema, rewrite: FetchDataRewrite, path: readonly string[], value: unknown): void {
  if (Array.isArray(value)) return value.forEach((item) => applyRewrite(schema, rewrite, path, item));
  if (!isObject(value)) return;
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (step.startsWith(CONDITION)) {
    if (mayBe(schema, value, step.slice(CONDITION.length))) applyRewrite(schema, rewrite, rest, value);
    return;
  }
  if (rest.length > 0) {
    if (Object.hasOwn(value, step)) applyRewrite(schema, rewrite, rest, value[step]);
    return;
  }
  if (rewrite.kind === 'ValueSetter') {
    value[step] = rewrite.setValueTo;
    return;
  }
  if (!Object.hasOwn(value, step) || value[step] === undefined) return;
  value[rewrite.renameKeyTo] = value[step];
  value[step] = undefined;
}

function mayBe(schema: GraphQLSchema, { __typename: name }: DataObject, condition: string): boolean {
  return typeof name !== 'string' || satisfies(schema, name, condition);
}

/** The name that rewrites give an object of that type; null where they do more than that. */
export function sentTypename(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], typeName: string): string | null {
  let sent = typeName;
  for (const { kind, path, ...rewrite } of rewrites) {
    const conditions = path.slice(0, -1);
    if (kind !== 'ValueSetter' || path.at(-1) !== '__typename' || !conditions.every((step) => step.startsWith(CONDITION))) return null;
    if (conditions.every((step) => satisfies(schema, sent, step.slice(CONDITION.length)))) {
      sent = String('setValueTo' in rewrite ? rewrite.setValueTo : sent);
    }
  }
  return sent;
}
