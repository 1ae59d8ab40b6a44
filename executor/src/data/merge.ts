import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';
import { evaluate } from '../generated.ts';
import type { Fragments } from '../plan/fetch-document.ts';
import { isRawNumber } from './exact-json.ts';
import { OWN_PROPERTY, readProperty } from './property.ts';
import { type DataObject, isObject } from './tree.ts';

/** Writes what a subgraph answered into an object of the data tree. */
export type Merge = (target: DataObject, source: DataObject) => void;

/** What a fetch selects. */
export interface Selected {
  readonly selectionSet: SelectionSetNode;
  readonly fragments: Fragments;
}

export interface CompiledMerge {
  readonly merge: Merge;
  /** Whether the answer holds no objects, so that several places may take it without sharing anything. */
  readonly leavesOnly: boolean;
}

/**
 * Merges exactly the keys that a fetch asked for. Objects merge, lists of equal length merge item by item at every depth, everything
 * else replaces; but where objects are selected, a null never takes away what another subgraph knows, whoever answers last.
 *
 * A subgraph with an `@interfaceObject` answers the interface's name as `__typename`; it never replaces the name of an object
 * type, whichever of two parallel answers comes last. A key that `rewrites` rename is merged under its new name.
 */
export function compileMerge(
  schema: GraphQLSchema,
  { selectionSet, fragments }: Selected,
  rewrites: readonly FetchDataRewrite[] = [],
): CompiledMerge {
  const keys: Keys = { fragments, renames: renamesIn(rewrites) };
  const functions: string[] = [];
  const mergeFunction = (sets: readonly SelectionSetNode[]): string => {
    const name = `m${functions.push('') - 1}`;
    const lines = [...keysOf(sets, keys)].map(([key, subSets]) => {
      if (key === '__typename') return 'if((v=s.__typename)!==undefined&&(t.__typename===undefined||!interfaces.has(v)))t.__typename=v;';
      const target = `t[${JSON.stringify(key)}]`;
      const value = subSets.length > 0 ? `join(${mergeFunction(subSets)},${readProperty('t', key)},v)` : 'v';
      return `if((v=${readProperty('s', key)})!==undefined)${target}=${value};`;
    });
    functions[Number(name.slice(1))] = `function ${name}(t,s){let v;${lines.join('')}}`;
    return name;
  };
  const main = mergeFunction([selectionSet]);
  const interfaces = new Set(Object.values(schema.getTypeMap()).flatMap((type) => (isInterfaceType(type) ? [type.name] : [])));
  return {
    merge: evaluate(`${OWN_PROPERTY}${functions.join('\n')}\nreturn ${main}`, { join, interfaces }),
    leavesOnly: [...keysOf([selectionSet], keys).values()].every((subSets) => subSets.length === 0),
  };
}

/** Merges whatever is there. */
export function mergeAll(target: DataObject, source: DataObject): void {
  if (isRawNumber(target)) return;
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || source[key] === undefined) continue;
    target[key] = join(mergeAll, Object.hasOwn(target, key) ? target[key] : undefined, source[key]);
  }
}

function join(merge: Merge, target: unknown, source: unknown): unknown {
  if (source === null) return target ?? null;
  if (Array.isArray(source)) {
    if (!Array.isArray(target) || target.length !== source.length) return source;
    for (let index = 0; index < source.length; index++) target[index] = join(merge, target[index], source[index]);
    return target;
  }
  if (!isObject(source) || !isObject(target)) return source;
  merge(target, source);
  return target;
}

interface Keys {
  readonly fragments: Fragments;
  readonly renames: ReadonlyMap<string, string>;
}

function renamesIn(rewrites: readonly FetchDataRewrite[]): ReadonlyMap<string, string> {
  return new Map(rewrites.flatMap((rewrite) => (rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo]] : [])));
}

/** The keys that objects may have by selection sets, through fragments, each with the selection sets below it. */
function keysOf(
  sets: readonly SelectionSetNode[],
  keys: Keys,
  found = new Map<string, SelectionSetNode[]>(),
): Map<string, SelectionSetNode[]> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      for (const name of new Set([key, keys.renames.get(key) ?? key])) {
        found.set(name, [...(found.get(name) ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])]);
      }
      continue;
    }
    const set = selection.kind === Kind.FRAGMENT_SPREAD ? keys.fragments.get(selection.name.value)?.selectionSet : selection.selectionSet;
    if (set) keysOf([set], keys, found);
  }
  return found;
}
