import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '../database/database.ts';
import { type Columns, type RowWith, selectList } from './columns.ts';

/** Runs a statement in the transaction `em` is in, or outside any, and answers its rows. */
export type Statement<Row> = (em: EntityManager, params?: readonly unknown[]) => Promise<Row[]>;

/**
 * A statement whose rows are what its columns say, for what is no read of `reads.ts`: locks, claims, what a command has to know.
 * `text` is given the columns as SQL for its `select` or `returning`, once.
 */
export function statement<Read extends Columns>(columns: Read, text: (columns: string) => string): Statement<RowWith<Read>> {
  const sql = text(selectList(columns));
  return (em, params) => query(em, sql, params) as Promise<RowWith<Read>[]>;
}
