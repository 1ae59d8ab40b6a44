import type { Stoppable } from '../service/every.ts';

export type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Kept {
  readonly place: string;
  readonly rows: Rows;
  /** What they are made of. */
  readonly names: readonly string[];
}

export interface Found {
  /** In the order of the places; undefined where there is nothing that still holds. */
  readonly rows: readonly (Rows | undefined)[];
  /** Without it, nothing that is read from now on can be kept. */
  readonly lease: string | null;
}

/**
 * Where rows are kept. What is kept bears a mark of each name that it is made of, and holds as long as all those marks are there: a purge
 * removes the marks, and so does whatever else loses them, so that nothing that was purged can come back.
 */
export interface Store extends Stoppable {
  /** `kinds` are those of what is read where nothing is found. */
  find(kinds: readonly string[], places: readonly string[]): Found | Promise<Found>;
  /** Keeps, for whoever looks for it from then on, what was read since `lease` was given, unless something of these kinds was purged meanwhile. */
  keep(kinds: readonly string[], lease: string, kept: readonly Kept[]): void;
  purge(names: readonly string[]): void;
  purgeAll(): void;
  /** Of memory of this process, about. */
  readonly bytes: number;
}

/** Of `product/prd_1` it is `product`. */
export function kindOf(name: string): string {
  const slash = name.indexOf('/');
  return slash === -1 ? name : name.slice(0, slash);
}
