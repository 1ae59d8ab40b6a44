import { type FragmentDefinitionNode, type GraphQLSchema, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';
import { evaluate } from '../generated.ts';
import { OWN_PROPERTY, readProperty } from './property.ts';
import { type DataObject, isObject } from './tree.ts';

/** Writes what a subgraph answered into an object of the data tree. */
export type Merge = (target: DataObject, source: DataObject) => void;

export interface CompiledMerge {
  readonly merge: Merge;
  /** Whether the answer holds no objects, so that several places may take it without sharing anything. */
  readonly leavesOnly: boolean;
}

/**
 * Merges exactly the keys that a fetch asked for. Null replaces, objects merge, lists of equal length merge item by item at
 * every depth, everything else replaces.
 *
 * A subgraph with an `@interfaceObject` answers the interface's name as `__typename`; it never replaces the name of an object
 * type, whichever of two parallel answers comes last.
 */
export function compileMerge(
  schema: GraphQLSchema,
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): CompiledMerge {
  const functions: string[] = [];
  const mergeFunction = (sets: readonly SelectionSetNode[]): string => {
    const name = `m${functions.push('') - 1}`;
    const lines = [...keysOf(sets, fragments)].map(([key, subSets]) => {
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
    leavesOnly: [...keysOf([selectionSet], fragments).values()].every((subSets) => subSets.length === 0),
  };
}

/** Merges whatever is there: for a fetch whose keys are renamed on arrival. */
export function mergeAll(target: DataObject, source: DataObject): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || source[key] === undefined) continue;
    target[key] = join(mergeAll, Object.hasOwn(target, key) ? target[key] : undefined, source[key]);
  }
}

function join(merge: Merge, target: unknown, source: unknown): unknown {
  if (Array.isArray(source)) {
    if (!Array.isArray(target) || target.length !== source.length) return source;
    for (let index = 0; index < source.length; index++) target[index] = join(merge, target[index], source[index]);
    return target;
  }
  if (!isObject(source) || !isObject(target)) return source;
  merge(target, source);
  return target;
}

/** The response keys of selection sets, through fragments, each with the selection sets below it. */
function keysOf(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Map<string, SelectionSetNode[]>(),
): Map<string, SelectionSetNode[]> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const below = found.get(key) ?? [];
      if (selection.selectionSet) below.push(selection.selectionSet);
      found.set(key, below);
      continue;
    }
    const set = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet;
    if (set) keysOf([set], fragments, found);
  }
  return found;
}
