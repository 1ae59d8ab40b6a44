import type { Reaction } from '../events/reaction.ts';

/**
 * What a service keeps of others' events: tables that hold what their reactions made of them, and nothing more, so that a replay can
 * fill them again. The reactions write to these tables and do nothing else: a replay runs them where PostgreSQL refuses all other writes.
 */
export interface Projection {
  /** For operators: `npm run operate -- rebuild <name>`. Unique among all services. */
  readonly name: string;
  /** What it holds, in a sentence. */
  readonly description: string;
  readonly tables: readonly ProjectedTable[];
  readonly reactions: readonly Reaction[];
}

export interface ProjectedTable {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** SQL for whether the time of a row is over; the service deletes them when it gets to it, and no event says so. */
  readonly isOver?: (row: string) => string;
  /**
   * Where the service also keeps things of its own in it: the columns that events fill, each with SQL for what it holds before any. Its rows
   * stay then, whatever events say.
   */
  readonly filled?: Readonly<Record<string, string>>;
}
