import { readCacheBytes, readCacheReads } from '../observe/metrics.ts';
import type { Cached } from '../reading/cached.ts';
import { kindOf, type Rows, type Store } from './store.ts';

/** By key. */
export type RowsByKey<Row> = ReadonlyMap<string, readonly Row[]>;

export interface Asked<Row> {
  /** What tells the statement and its values from all others, but for the keys. */
  readonly statement: string;
  readonly keys: readonly string[];
  /** Reads from the database. */
  readonly find: (keys: readonly string[]) => Promise<RowsByKey<Row>>;
}

/** Something that is being looked for, for all who want it. */
interface Flight {
  /** How often something of its kinds had been purged when it began. */
  readonly since: number;
  readonly rows: Promise<RowsByKey<unknown>>;
}

/**
 * Answers what was read before, and reads what was not, once for all who ask at the same time. Whoever asks after a purge is given nothing
 * that was read before it: neither what is kept, nor what is under way.
 */
export class ReadCache {
  readonly #store: Store;
  readonly #service: string;
  readonly #flights = new Map<string, Flight>();
  readonly #purged = new Map<string, number>();

  constructor(service: string, store: Store) {
    this.#service = service;
    this.#store = store;
    readCacheBytes.set({ service }, 0);
  }

  async load<Row>(cached: Cached<Row>, { statement, keys, find }: Asked<Row>): Promise<RowsByKey<Row>> {
    const since = this.#purgesOf(cached.kinds);
    const placeOf = (key: string) => `${statement}:${key}`;
    const joined = new Map<Flight, string[]>();
    const own: string[] = [];
    for (const key of keys) {
      const flight = this.#flights.get(placeOf(key));
      if (flight?.since === since) joined.set(flight, [...(joined.get(flight) ?? []), key]);
      else own.push(key);
    }
    this.#count(cached, 'shared', keys.length - own.length);
    const rows = new Map<string, readonly Row[]>();
    const mine = own.length > 0 ? this.#fly(cached, { statement, keys: own, find }, since, placeOf) : undefined;
    for (const [flight, wanted] of mine ? [...joined, [mine, own] as const] : joined) {
      const found = (await flight.rows) as RowsByKey<Row>;
      for (const key of wanted) rows.set(key, found.get(key) ?? []);
    }
    return rows;
  }

  purge(names: readonly string[]): void {
    if (names.length === 0) return;
    for (const kind of new Set(names.map(kindOf))) this.#purged.set(kind, (this.#purged.get(kind) ?? 0) + 1);
    this.#store.purge(names);
  }

  purgeAll(): void {
    for (const [kind, times] of this.#purged) this.#purged.set(kind, times + 1);
    this.#flights.clear();
    this.#store.purgeAll();
  }

  #fly<Row>(cached: Cached<Row>, asked: Asked<Row>, since: number, placeOf: (key: string) => string): Flight {
    const { promise, resolve, reject } = Promise.withResolvers<RowsByKey<Row>>();
    const flight: Flight = { since, rows: promise };
    const land = () => {
      for (const key of asked.keys) if (this.#flights.get(placeOf(key)) === flight) this.#flights.delete(placeOf(key));
    };
    for (const key of asked.keys) this.#flights.set(placeOf(key), flight);
    const landed = (rows: RowsByKey<Row>) => {
      land();
      resolve(rows);
    };
    this.#look(cached, asked, { since, placeOf, landed }).catch((error: unknown) => {
      land();
      reject(error);
    });
    return flight;
  }

  /** It lands once what it read is on its way to the store: whoever comes too late to join it finds that there. */
  async #look<Row>(
    cached: Cached<Row>,
    { keys, find }: Asked<Row>,
    flight: { readonly since: number; readonly placeOf: (key: string) => string; readonly landed: (rows: RowsByKey<Row>) => void },
  ): Promise<void> {
    const { since, placeOf, landed } = flight;
    const looking = this.#store.find(cached.kinds, keys.map(placeOf));
    const { rows: kept, lease } = looking instanceof Promise ? await looking : looking;
    const rows = new Map<string, readonly Row[]>();
    for (const [index, key] of keys.entries()) if (kept[index]) rows.set(key, kept[index] as unknown as readonly Row[]);
    const missing = keys.filter((key) => !rows.has(key));
    this.#count(cached, 'hit', rows.size);
    this.#count(cached, 'miss', missing.length);
    if (missing.length === 0) return landed(rows);
    const read = await find(missing);
    for (const key of missing) rows.set(key, read.get(key) ?? []);
    if (lease !== null && since === this.#purgesOf(cached.kinds)) this.#keep(cached, lease, missing, rows, placeOf);
    landed(rows);
  }

  #keep<Row>(cached: Cached<Row>, lease: string, keys: readonly string[], rows: RowsByKey<Row>, placeOf: (key: string) => string): void {
    const keeping = keys.flatMap((key) => {
      const found = rows.get(key) ?? [];
      const names = cached.namesOf(key, found);
      return names ? [{ place: placeOf(key), rows: found as unknown as Rows, names }] : [];
    });
    if (keeping.length > 0) this.#store.keep(cached.kinds, lease, keeping);
    readCacheBytes.set({ service: this.#service }, this.#store.bytes);
  }

  #purgesOf(kinds: readonly string[]): number {
    return kinds.reduce((sum, kind) => sum + (this.#purged.get(kind) ?? 0), 0);
  }

  #count({ kinds: [kind = ''] }: Cached<never>, outcome: 'hit' | 'shared' | 'miss', times: number): void {
    if (times > 0) readCacheReads.inc({ service: this.#service, kind, outcome }, times);
  }
}
