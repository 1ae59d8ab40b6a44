import { SizedCache } from '@agora/executor/sized-cache';
import { type Found, type Kept, kindOf, type Rows, type Store } from './store.ts';

interface Entry {
  readonly rows: Rows;
  readonly marks: readonly (readonly [name: string, mark: number])[];
  readonly until: number;
}

/** Of the memory so much is for marks. */
const MARKS_SHARE = 1 / 8;
/** Measured on Node 24: what a mark and an entry take beside their text. */
const BYTES = { mark: 200, entry: 400, perCharacter: 2 };

/** Keeps rows in the memory of this process, about `maxBytes` of them. */
export class MemoryStore implements Store {
  readonly #entries: SizedCache<Entry>;
  readonly #marks: SizedCache<number>;
  /** How often something of a kind was purged. */
  readonly #purged = new Map<string, number>();
  readonly #keepsMs: number;
  #purgedAll = 0;
  #made = 0;

  constructor({ maxBytes, keepsMs }: { readonly maxBytes: number; readonly keepsMs: number }) {
    this.#entries = new SizedCache(maxBytes * (1 - MARKS_SHARE));
    this.#marks = new SizedCache(maxBytes * MARKS_SHARE);
    this.#keepsMs = keepsMs;
  }

  get bytes(): number {
    return this.#entries.bytes + this.#marks.bytes;
  }

  find(kinds: readonly string[], places: readonly string[]): Found {
    const now = performance.now();
    return { rows: places.map((place) => this.#holding(place, now)), lease: this.#leaseOf(kinds) };
  }

  keep(kinds: readonly string[], lease: string, kept: readonly Kept[]): void {
    if (lease !== this.#leaseOf(kinds)) return;
    const until = performance.now() + this.#keepsMs;
    for (const { place, rows, names } of kept) {
      const marks = names.map((name) => [name, this.#markOf(name)] as const);
      const characters = JSON.stringify(rows).length + place.length + names.join('').length;
      this.#entries.set(place, { rows: frozen(rows), marks, until }, BYTES.entry + BYTES.perCharacter * characters);
    }
  }

  purge(names: readonly string[]): void {
    for (const name of names) {
      const kind = kindOf(name);
      this.#purged.set(kind, (this.#purged.get(kind) ?? 0) + 1);
      this.#marks.delete(name);
    }
  }

  purgeAll(): void {
    this.#purgedAll++;
    for (const place of this.#entries.keys()) this.#entries.delete(place);
    for (const name of this.#marks.keys()) this.#marks.delete(name);
  }

  stop(): Promise<void> {
    this.purgeAll();
    return Promise.resolve();
  }

  #leaseOf(kinds: readonly string[]): string {
    return [this.#purgedAll, ...kinds.map((kind) => this.#purged.get(kind) ?? 0)].join();
  }

  #holding(place: string, now: number): Rows | undefined {
    const entry = this.#entries.get(place);
    if (!entry) return undefined;
    if (entry.until > now && entry.marks.every(([name, mark]) => this.#marks.get(name) === mark)) return entry.rows;
    this.#entries.delete(place);
    return undefined;
  }

  #markOf(name: string): number {
    const known = this.#marks.get(name);
    if (known !== undefined) return known;
    const mark = ++this.#made;
    this.#marks.set(name, mark, BYTES.mark + BYTES.perCharacter * name.length);
    return mark;
  }
}

/** Many requests are given the same rows. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
