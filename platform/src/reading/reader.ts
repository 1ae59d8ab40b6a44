import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReadCache } from '../caching/read-cache.ts';
import { type Actor, isAdmin, isModerator } from '../security/actor.ts';
import type { Cursors } from './cursor.ts';

/** Who reads, and through what: one for each request. */
export interface Reader {
  readonly em: EntityManager;
  readonly actor: Actor | null;
  readonly cursors: Cursors;
  readonly cache?: ReadCache | undefined;
}

/** Gives the placeholder of a value. */
export type Bind = (value: unknown) => string;

/** Placeholders of who reads. */
export interface Viewer {
  /** Of a guest it is empty, and nobody's. */
  readonly id: string;
  readonly isAdmin: string;
  readonly isModerator: string;
}

/** SQL for whether a row may be seen by whoever reads. */
export type Visibility = (viewer: Viewer) => string;

/**
 * SQL about whoever reads, whose text is made once; each read gives the values of its reader, behind `given` other
 * values.
 */
export function forViewer<Sql>(given: number, make: (viewer: Viewer) => Sql): { readonly sql: Sql; values(reader: Reader): unknown[] } {
  const needed: ((reader: Reader) => unknown)[] = [];
  const placeholder = (type: string, value: (reader: Reader) => unknown) => {
    const known = needed.indexOf(value);
    return `$${given + (known === -1 ? needed.push(value) : known + 1)}::${type}`;
  };
  const sql = make({
    get id() {
      return placeholder('text', idOf);
    },
    get isAdmin() {
      return placeholder('boolean', mayAll);
    },
    get isModerator() {
      return placeholder('boolean', mayModerate);
    },
  });
  return { sql, values: (reader) => needed.map((value) => value(reader)) };
}

function idOf({ actor }: Reader): string {
  return actor?.id ?? '';
}

function mayAll({ actor }: Reader): boolean {
  return isAdmin(actor);
}

function mayModerate({ actor }: Reader): boolean {
  return isModerator(actor);
}
