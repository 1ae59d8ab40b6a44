import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, isAdmin } from '../actor.ts';
import type { Cursors } from './cursor.ts';

/** Who reads, and through what: one for each request. */
export interface Reader {
  readonly em: EntityManager;
  readonly actor: Actor | null;
  readonly cursors: Cursors;
}

/** Gives the placeholder of a value. */
export type Bind = (value: unknown) => string;

/** Placeholders of who reads. */
export interface Viewer {
  /** Of a guest it is empty, and nobody's. */
  readonly id: string;
  readonly isAdmin: string;
}

/** SQL for whether a row may be seen by whoever reads. */
export type Visibility = (viewer: Viewer) => string;

/** A condition whose text is made once; what it needs of a reader is given with each read, behind `given` other values. */
export function visibleTo(visibility: Visibility | undefined, given: number): { readonly sql: string; values(reader: Reader): unknown[] } {
  const needed: ((reader: Reader) => unknown)[] = [];
  const bind = (value: (reader: Reader) => unknown) => `$${needed.push(value) + given}`;
  const sql = visibility?.({
    get id() {
      return `${bind(({ actor }) => actor?.id ?? '')}::text`;
    },
    get isAdmin() {
      return `${bind(({ actor }) => isAdmin(actor))}::boolean`;
    },
  });
  return { sql: sql ?? 'true', values: (reader) => needed.map((value) => value(reader)) };
}
