import { Kind, type SelectionSetNode } from 'graphql';
import type { FetchNode, InputSelection } from '../plan/nodes.ts';
import type { FetchOperation } from './fetch-operation.ts';

/** The keys of the data tree, as texts of position and name, that a fetch reads and writes. Lists make no position of their own. */
export interface Effects {
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** The positions at which it writes. */
  readonly positions: ReadonlySet<string>;
}

/** The position of a place. */
export function positionOf(path: readonly string[]): string {
  return JSON.stringify(path.filter((step) => step !== '@'));
}

export function effectsOf(node: FetchNode, path: readonly string[], { fragments, selectionSet }: FetchOperation): Effects {
  const keys = path.filter((step) => step !== '@');
  const reads = new Set<string>();
  const writes = new Set<string>();
  const positions = new Set<string>();

  const read = (at: readonly string[], selections: readonly InputSelection[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') {
        reads.add(name(at, '__typename'));
        read(at, selection.selections);
        continue;
      }
      reads.add(name(at, selection.key));
      if (selection.selections) read([...at, selection.key], selection.selections);
    }
  };
  const write = (at: readonly string[], { selections }: SelectionSetNode): void => {
    positions.add(positionOf(at));
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        for (const key of writtenKeys((selection.alias ?? selection.name).value)) {
          writes.add(name(at, key));
          if (selection.selectionSet) write([...at, key], selection.selectionSet);
        }
        continue;
      }
      const set = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet;
      if (set) write(at, set);
    }
  };

  keys.forEach((key, depth) => {
    reads.add(name(keys.slice(0, depth), key));
    reads.add(name(keys.slice(0, depth + 1), '__typename'));
  });
  read(keys, node.requires ?? []);
  write(keys, selectionSet);
  return { reads, writes, positions };
}

function name(at: readonly string[], key: string): string {
  return JSON.stringify([...at, key]);
}

/** A key that the planner made for one of two conflicting types is renamed on arrival. */
function writtenKeys(key: string): readonly string[] {
  const renamed = key.replace(/__alias_\d+$/, '');
  return renamed === key ? [key] : [key, renamed];
}
