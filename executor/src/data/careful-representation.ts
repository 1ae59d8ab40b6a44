import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { InputSelection } from '../plan/nodes.ts';
import { mergeAll } from './merge.ts';
import { applyRewrites } from './rewrites.ts';
import { satisfies } from './satisfies.ts';
import { cloned, type DataObject, isObject } from './tree.ts';

/**
 * The representation of an object of which an input is missing, because its fetch failed or was skipped: a missing input
 * voids the innermost fragment around it, the others are sent. All fragments that apply are merged. Without `__typename`
 * nothing is sent.
 */
export function carefulRepresentation(
  schema: GraphQLSchema,
  requires: readonly InputSelection[],
  rewrites: readonly FetchDataRewrite[],
): (object: DataObject) => string | null {
  return (object) => {
    const picked = pick(schema, requires, object);
    if (!isObject(picked) || !picked['__typename']) return null;
    applyRewrites(schema, rewrites, picked);
    return JSON.stringify(picked);
  };
}

function pick(schema: GraphQLSchema, selections: readonly InputSelection[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(schema, selections, item));
  if (!isObject(value)) return null;
  const picked: DataObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const { key } = selection;
      const input = Object.hasOwn(value, key) ? value[key] : undefined;
      if (input === undefined) return null;
      picked[selection.sentAs] = selection.selections ? pick(schema, selection.selections, input) : input;
      continue;
    }
    const typeName = value['__typename'];
    const { typeCondition } = selection;
    if (typeCondition !== undefined && (typeof typeName !== 'string' || !satisfies(schema, typeName, typeCondition))) continue;
    const part = pick(schema, selection.selections, value);
    if (isObject(part)) mergeAll(picked, cloned(part));
  }
  return picked;
}
