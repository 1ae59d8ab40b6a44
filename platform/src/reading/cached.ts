import { hash } from 'node:crypto';
import type { RowsByKey } from '../caching/read-cache.ts';
import type { Actor } from '../security/actor.ts';
import type { Reader } from './reader.ts';

/**
 * That what a read finds may be given to others who ask the same. What it finds for somebody is never given to anybody for whom the
 * statement or one of its values is another: whatever depends on who reads is in these.
 */
export interface Cached<Row> {
  /** The kinds of things that it is made of. */
  readonly kinds: readonly string[];
  /** Never for those who may have changed it: they see at once what they did, whichever replica they ask. */
  readonly isFor: (actor: Actor | null) => boolean;
  /** What the rows found for a key are made of, kinds or things of them: what a purge names. Null for what is not kept. */
  readonly namesOf: (key: string, rows: readonly Row[]) => readonly string[] | null;
}

interface Sharing<Row> {
  isFor(reader: Reader): boolean;
  load(
    reader: Reader,
    values: readonly unknown[],
    keys: readonly string[],
    find: (keys: readonly string[]) => Promise<RowsByKey<Row>>,
  ): Promise<RowsByKey<Row>>;
}

/** What a statement finds, through the cache of whoever reads. Its text tells it from others in every replica and version. */
export function sharing<Row>(cached: Cached<Row>, sql: string): Sharing<Row> {
  const fingerprint = hash('sha1', sql, 'base64url');
  return {
    isFor: ({ cache, actor }) => cache !== undefined && cached.isFor(actor),
    async load({ cache }, values, keys, find) {
      if (!cache) return find(keys);
      const statement = values.length === 0 ? fingerprint : `${fingerprint} ${hash('sha1', JSON.stringify(values), 'base64url')}`;
      return cache.load(cached, { statement, keys, find });
    },
  };
}
