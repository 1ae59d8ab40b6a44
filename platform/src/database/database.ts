import { readdir, readFile } from 'node:fs/promises';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { type Configuration, type EntityManager, MikroORM, type Options, type Transaction } from '@mikro-orm/postgresql';
import { codeOf } from './database-errors.ts';
import { BindingConnection, bindingDriver, type PoolName, sessionOf } from './binding-driver.ts';
import { newUuid } from '../ids.ts';
import type { Stoppable } from '../service/every.ts';
import type { Logger } from '../observe/logging.ts';
import { askAlone } from './one-connection.ts';
import { isOutdated } from './prepared.ts';
import type { Session } from './session.ts';

/** An event, as it was announced. */
export interface Happening {
  readonly type: string;
  readonly data: unknown;
}

/** What a committed transaction announced. */
export interface Announced {
  readonly events: number;
  /** Live feeds that got entries. */
  readonly feeds: ReadonlySet<string>;
  readonly happenings: readonly Happening[];
  /** What it left for the workers of its process, by the kind of work. */
  readonly work: ReadonlyMap<string, readonly unknown[]>;
}

/** What PostgreSQL notifies of where a relay of another process is to hear of announcements. Never within their transaction: that takes a lock of all. */
export const ANNOUNCED = 'announced';

/** A subgraph's database. */
export interface Database extends Stoppable {
  readonly orm: MikroORM;
  /** A clean unit of work, outside any transaction. */
  fork(): EntityManager;
  /** Calls back after each commit of a transaction that announced events or fed a live feed. */
  onAnnounced(listener: (announced: Announced) => void): void;
  readonly url: string;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: NonNullable<Options['entities']>;
  /** Folder of the service's own `*.sql` migrations, run in the order of their names, each once; null leaves the schema as it is. */
  readonly migrations: URL | null;
  readonly log: Logger;
  /** Is given every statement but those that begin and end transactions. */
  readonly onStatement?: ((sql: string) => void) | undefined;
  /** Most connections that are open at once (10), beside those of what is `unhurried` (4). */
  readonly poolSize?: number;
  readonly backgroundPoolSize?: number;
  /** How long a statement may take that is not `unhurried`; as long as it takes where absent. */
  readonly statementTimeoutMs?: number;
}

type Row = Readonly<Record<string, unknown>>;

const PLATFORM_MIGRATIONS = new URL('../../migrations/', import.meta.url);
const MIGRATION_LOCK = 0x41_67_6f_72;
/** How long a connection is waited for, one that others use as well; as long as for a statement where that may take longer. */
const CONNECTS_WITHIN_MS = 10_000;

/** Opens the database and brings its schema up to date; replicas that start at once take turns. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const listeners = new Set<(announced: Announced) => void>();
  const orm = await MikroORM.init({
    // Its context of transactions goes by this name, and several databases are open in one process.
    contextName: newUuid(),
    driver: bindingDriver({ backgroundPoolSize: options.backgroundPoolSize ?? 4, onStatement: options.onStatement }),
    clientUrl: options.url,
    ...socketIn(options.url),
    entities: options.entities,
    forceUtcTimezone: true,
    extensions: [Migrator],
    pool: { min: 0, max: options.poolSize ?? 10, idleTimeoutMillis: 15_000 },
    driverOptions: {
      connectionTimeoutMillis: Math.max(CONNECTS_WITHIN_MS, options.statementTimeoutMs ?? 0),
      keepAlive: true,
      statement_timeout: options.statementTimeoutMs,
    },
    logger: (message) => options.log.warn(message),
    colors: false,
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: { ignoreSchema: ['platform'] },
    migrations: {
      migrationsList: options.migrations ? await migrationsOf(PLATFORM_MIGRATIONS, options.migrations) : [],
      snapshot: false,
      silent: true,
    },
  });
  afterCommit.set(orm.config, listeners);
  if (options.migrations) await migrate(orm);
  return {
    orm,
    url: options.url,
    fork: () => orm.em.fork({ disableContextResolution: true }),
    onAnnounced: (listener) => void listeners.add(listener),
    stop: () => orm.close(),
  };
}

/** MikroORM does not read from a URL where else than at its host the database listens: `?host=/folder` is a socket there. */
function socketIn(url: string): Pick<Options, 'host'> {
  const host = new URL(url).searchParams.get('host');
  return host === null ? {} : { host };
}

/**
 * Runs SQL with `$1`-style parameters in the transaction `em` is in, or outside any. Instants arrive as text,
 * `bigint` and `numeric` as strings. Nothing is known of the rows: what reads them is a `statement`, or in `reads.ts`.
 */
export async function query(em: EntityManager, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const session = sessionIn(em);
  const { rows } = await (session ? session.ask(sql, params) : askAlone(await connectionOf(em).connections('people'), sql, params));
  return rows;
}

/** Runs SQL that answers nothing in the transaction `tx`; at its end with the commit, in one write. Then the commit fails where it fails. */
export async function run(tx: EntityManager, sql: string, params: readonly unknown[]): Promise<void> {
  const session = sessionIn(tx);
  if (session?.isEnding) session.hold(sql, params);
  else await query(tx, sql, params);
}

/** Runs SQL that answers nothing in the transaction `tx`, in one write with its next statement or with the commit. Then that fails where it fails. */
export function runWithNext(tx: EntityManager, sql: string, params: readonly unknown[]): void {
  const session = sessionIn(tx);
  if (!session) throw new Error('Only a transaction can wait for its next statement.');
  session.hold(sql, params);
}

/** Writes what was changed in the transaction `tx`, together with its next statement. */
export async function flushWithNext(tx: EntityManager): Promise<void> {
  const session = sessionIn(tx);
  if (session) session.isEnding = true;
  await tx.flush();
  if (session) session.isEnding = false;
}

function sessionIn(em: EntityManager): Session | undefined {
  const context: unknown = em.global ? undefined : em.getTransactionContext();
  return context === undefined ? undefined : sessionOf(context);
}

function connectionOf(em: EntityManager): BindingConnection {
  const connection = em.getConnection();
  if (connection instanceof BindingConnection) return connection;
  throw new Error('A database that was opened elsewhere.');
}

const RETRIES = 5;

/**
 * Runs `work` in one transaction. The outermost one starts with a clean unit of work, is tried again when PostgreSQL
 * found a deadlock or a serialization failure or a migration came in between, and wakes relay and feeds once it has committed. Inside
 * another one, it is a savepoint: when `work` throws, only its own changes are undone. What `work` starts must end before it.
 */
export function transaction<T>(em: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(em, { pool: 'people', work });
}

/**
 * `transaction`, for a command whose caller tells no refusal from a write that fails: inside another one, what it writes at its end goes with
 * the next statement of that, and where it fails, so does that.
 */
export function writtenWithNext<T>(em: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(em, { pool: 'people', work, failsWithCommit: true });
}

/** Runs statements that may take longer than people wait, in a transaction of their own, on connections that nobody else waits for. */
export function unhurried<T>(em: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(em, { pool: 'background', work });
}

interface Attempt<T> {
  readonly pool: PoolName;
  readonly work: (tx: EntityManager) => Promise<T>;
  /** Whether a savepoint does not wait to hear that its last writes were good. */
  readonly failsWithCommit?: boolean;
}

async function inTransaction<T>(em: EntityManager, wanted: Attempt<T>): Promise<T> {
  const outer = pending.get(em);
  if (outer) {
    // Else the savepoint would write, and undo, what was changed before it.
    await em.flush();
    await finish(em, outer);
    // Else it would be undone with what is held.
    await sessionOf(em.getTransactionContext()).send();
    const { result, announced } = await attempt(em, wanted);
    outer.events += announced.events;
    outer.happenings.push(...announced.happenings);
    for (const feed of announced.feeds) outer.feeds.add(feed);
    for (const [kind, left] of announced.work) left.forEach((task) => leave(outer, kind, task));
    return result;
  }
  for (let tries = 1; ; tries++) {
    try {
      const { result, announced } = await attempt(em.fork(), wanted);
      if (announced.events > 0 || announced.feeds.size > 0 || announced.work.size > 0) await tell(em, announced);
      return result;
    } catch (error) {
      if (!isTransient(error) || tries > RETRIES) throw error;
    }
  }
}

/** Notes, for `transaction`, that `tx` announced an event; null where that tells readers of live feeds alone. Only the event log calls this. */
export function noteAnnounced(tx: EntityManager, happening: Happening | null, feeds: readonly string[]): void {
  const notes = notesOf(tx);
  notes.events++;
  if (happening) notes.happenings.push(happening);
  for (const feed of feeds) notes.feeds.add(feed);
}

/** Wakes the workers of its process who do this kind of work, once it has committed; `task` is for who needs not look what there is to do. */
export function leaveWork(tx: EntityManager, kind: string, task: unknown = null): void {
  leave(notesOf(tx), kind, task);
}

function leave({ work }: Notes, kind: string, task: unknown): void {
  work.set(kind, [...(work.get(kind) ?? []), task]);
}

/**
 * Has `work` done at the end of the transaction or savepoint `tx`, after its changes are written; once, and before a savepoint in it
 * begins.
 */
export function beforeCommit(tx: EntityManager, work: () => Promise<void>): void {
  notesOf(tx).ending.push(work);
}

/** Whether the same transaction would not fail so again: PostgreSQL asks for it, or a migration came in between. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01' || isOutdated(error);
}

/** Whether a statement broke this unique constraint. */
export function violates(error: unknown, constraint: string): boolean {
  return codeOf(error) === '23505' && error instanceof Error && error.message.includes(constraint);
}

interface Notes {
  events: number;
  readonly happenings: Happening[];
  readonly feeds: Set<string>;
  readonly work: Map<string, unknown[]>;
  /** What is to be done before it ends. */
  readonly ending: (() => Promise<void>)[];
}

const pending = new WeakMap<EntityManager, Notes>();
const afterCommit = new WeakMap<Configuration, ReadonlySet<(announced: Announced) => void>>();

async function attempt<T>(
  em: EntityManager,
  { pool, work, failsWithCommit = false }: Attempt<T>,
): Promise<{ result: T; announced: Notes }> {
  const announced: Notes = { events: 0, happenings: [], feeds: new Set(), work: new Map(), ending: [] };
  const outer = pending.get(em);
  const inside = async (tx: EntityManager) => {
    pending.set(tx, announced);
    try {
      const worked = await work(tx);
      const session = sessionOf(tx.getTransactionContext());
      session.isEnding = true;
      await finish(tx, announced);
      await tx.flush();
      // Before MikroORM hands what was changed on to the transaction around it.
      if (outer) await session.commit(failsWithCommit);
      return worked;
    } finally {
      pending.delete(tx);
    }
  };
  return { result: await (outer ? em.transactional(inside) : alone(em, pool, inside)), announced };
}

/**
 * In a transaction of which `em` is a part from now on, also when it has ended: what still goes on of it is refused then. MikroORM's would
 * copy `em`, and hand what was changed on to it.
 */
function alone<T>(em: EntityManager, pool: PoolName, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const inSession = (session: Transaction) => {
    em.setTransactionContext(session);
    return work(em);
  };
  return connectionOf(em).transactional(inSession, { loggerContext: { pool } });
}

async function finish(tx: EntityManager, notes: Notes): Promise<void> {
  for (let work = notes.ending.shift(); work; work = notes.ending.shift()) {
    await tx.flush();
    await work();
  }
}

function notesOf(tx: EntityManager): Notes {
  const notes = pending.get(tx);
  if (!notes) throw new Error('Events are announced inside transaction().');
  return notes;
}

/** Those of this process; where there are none, as in a command line, the relay of another one. */
async function tell(em: EntityManager, announced: Announced): Promise<void> {
  const listeners = afterCommit.get(em.config) ?? new Set();
  for (const listener of listeners) listener(announced);
  if (listeners.size > 0 || announced.events === 0) return;
  // It is committed, and leaves without this too, a little later.
  await query(em, `notify ${ANNOUNCED}`).catch(() => {});
}

async function migrationsOf(...folders: readonly URL[]) {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
      return Promise.all(files.map(async (file) => ({ name: file, class: migrationOf(await readFile(new URL(file, folder), 'utf8')) })));
    }),
  );
  return lists.flat();
}

function migrationOf(sql: string): new (...args: ConstructorParameters<typeof Migration>) => Migration {
  return class extends Migration {
    override up(): void {
      this.addSql('set local statement_timeout = 0');
      this.addSql(sql);
    }
  };
}

/** The lock is the connection's, of which migrations need another: it may wait long, and ends with it however they end. */
async function migrate(orm: MikroORM): Promise<void> {
  const { pool } = await connectionOf(orm.em).connections('background');
  const lock = await pool.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
  } finally {
    lock.release(true);
  }
}
