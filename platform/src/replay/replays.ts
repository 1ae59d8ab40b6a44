import type { EntityManager } from '@mikro-orm/postgresql';
import { operatorEvents } from '@agora/schema/events/operator';
import { type Database, type DatabaseOptions, openDatabase, query, transaction, violates } from '../database/database.ts';
import { messageOf, Refusal } from '../errors.ts';
import { announce } from '../events/event-log.ts';
import { storable } from '../events/fit-message.ts';
import type { Logger } from '../observe/logging.ts';
import { actorId, traced, traceparent } from '../observe/trace.ts';
import { sentences } from '../operator/sentences.ts';
import { shellUserIn } from '../operator/shell.ts';
import { boolean, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { every, type Stoppable } from '../service/every.ts';
import type { Bus, Since } from '../transport/bus.ts';
import type { TableDifference } from './copies.ts';
import type { Projection } from './projection.ts';
import { CannotRefill, type Progress, refill } from './refill.ts';

/** How often a replay says how far it is and looks whether it was cancelled; and after which silence its process counts as gone. */
const BEAT_MS = 500;
const SILENT = "beat_at < now() - interval '1 minute'";

export interface ReplaysOptions {
  readonly service: string;
  readonly database: Database;
  readonly bus: Pick<Bus, 'history'>;
  readonly group: string;
  readonly projections: readonly Projection[];
  readonly entities: DatabaseOptions['entities'];
  readonly log: Logger;
}

export interface ReplayStart {
  readonly projection: string;
  readonly since: Since;
  readonly mustBeEmpty: boolean;
  readonly isPutInPlace: boolean;
  readonly reason: string;
}

/** The replays of a service that run in this process; one at a time of each projection, in whatever process. */
export class Replays implements Stoppable {
  readonly #options: ReplaysOptions;
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(options: ReplaysOptions) {
    this.#options = options;
  }

  get projections(): readonly Projection[] {
    return this.#options.projections;
  }

  /** Answers the number of the replay, which goes on. Refuses with NOT_FOUND, or CONFLICT while another one of the projection runs. */
  async start(start: ReplayStart): Promise<string> {
    const projection = this.projections.find(({ name }) => name === start.projection);
    if (!projection) throw new Refusal('NOT_FOUND', sentences.noSuchProjection, ['projection']);
    const number = await this.#note(start);
    const running = traced(traceparent(), () => this.#run(number, projection, start), actorId());
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
    return number;
  }

  /** Those that run here end as cancelled. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#running);
  }

  /** Committed at once: from here on the replay is seen, and runs. */
  async #note({ projection, since, isPutInPlace, reason }: ReplayStart): Promise<string> {
    const em = this.#options.database.fork();
    await query(em, END_SILENT, [projection]);
    try {
      const [row] = await insert(em, [projection, sinceText(since), isPutInPlace, reason, actorId()]);
      return row?.number ?? '';
    } catch (error) {
      if (violates(error, 'replay_running')) throw new Refusal('CONFLICT', sentences.replayRuns, ['projection']);
      throw error;
    }
  }

  async #run(number: string, projection: Projection, start: ReplayStart): Promise<void> {
    const { database, log } = this.#options;
    let progress: Progress = { total: 0, read: 0, applied: 0 };
    let isCancelled = false;
    const beat = async () => {
      const [row] = await noteProgress(database.fork(), [number, progress.total, progress.read, progress.applied]);
      isCancelled ||= row?.isRunning !== true;
    };
    const beating = every(BEAT_MS, log, beat);
    try {
      const differences = await this.#refill(number, projection, start, {
        onProgress: (now) => void (progress = now),
        goOn: () => {
          if (isCancelled || this.#isStopped) throw new Cancelled();
        },
      });
      await beating.stop();
      await beat();
      await end(database, number, 'DONE', differences, null);
    } catch (error) {
      await beating.stop();
      if (!(error instanceof Cancelled || error instanceof CannotRefill))
        log.error({ err: error, projection: projection.name }, 'A replay failed.');
      await end(database, number, error instanceof Cancelled ? 'CANCELLED' : 'FAILED', null, storable(messageOf(error))).catch(
        (reason: unknown) => log.warn({ err: reason }, 'How a replay ended could not be noted.'),
      );
    }
  }

  /** On connections of its own, so that copies hide tables from nobody else. */
  async #refill(
    number: string,
    projection: Projection,
    { since, mustBeEmpty, isPutInPlace, reason }: ReplayStart,
    control: { readonly onProgress: (progress: Progress) => void; readonly goOn: () => void },
  ): Promise<TableDifference[]> {
    const { service, database, entities, bus, group, log } = this.#options;
    const own = await openDatabase({ url: database.url, entities, migrations: null, log, poolSize: 1 });
    try {
      const shellUser = shellUserIn(actorId());
      const told = { projection: projection.name, since: sinceText(since), reason, ...(shellUser !== undefined && { shellUser }) };
      const inPlace = async (tx: EntityManager) => {
        const [row] = await lockRunning(tx, [number]);
        if (!row) throw new Cancelled();
        await announce(tx, operatorEvents(service).projectionRefilled, told);
      };
      return await refill({ ...control, database: own, bus, group, projection, since, mustBeEmpty, isPutInPlace, inPlace });
    } finally {
      await own.stop();
    }
  }
}

/** Ends a replay, wherever it runs; false where it has ended already. */
export async function cancelReplay(em: EntityManager, number: string): Promise<boolean> {
  return transaction(
    em,
    async (tx) =>
      (await query(tx, `${END} where id = $1 and status = 'RUNNING' returning id`, [number, 'CANCELLED', null, null])).length > 0,
  );
}

/** "beginning", an offset, or an instant. */
function sinceText(since: Since): string {
  if (since === 'beginning') return since;
  return 'time' in since ? since.time : String(since.offset);
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
  override readonly message = 'It was cancelled.';
}

const END = 'update platform.replay set status = $2, differences = $3, last_error = $4, finished_at = now()';
const END_SILENT = `update platform.replay set status = 'FAILED', last_error = 'Its process ended.', finished_at = now()
  where projection = $1 and status = 'RUNNING' and ${SILENT}`;

/** SQL for how a replay is: one whose process is gone has failed, whether or not that was noted. */
export const STATUS_NOW = `case when status = 'RUNNING' and ${SILENT} then 'FAILED' else status end`;

async function end(
  database: Database,
  number: string,
  status: 'DONE' | 'FAILED' | 'CANCELLED',
  differences: readonly TableDifference[] | null,
  lastError: string | null,
): Promise<void> {
  await query(database.fork(), `${END} where id = $1 and status = 'RUNNING'`, [
    number,
    status,
    differences && JSON.stringify(differences),
    lastError,
  ]);
}

const insert = statement(
  { number: text('id') },
  (columns) =>
    `insert into platform.replay (projection, since, is_put_in_place, reason, actor_id) values ($1, $2, $3, $4, $5) returning ${columns}`,
);

/** From here on nobody cancels it. */
const lockRunning = statement(
  { number: text('id') },
  (columns) => `select ${columns} from platform.replay where id = $1 and status = 'RUNNING' for update`,
);

const noteProgress = statement(
  { isRunning: boolean("status = 'RUNNING'") },
  (columns) =>
    `update platform.replay set total_count = $2, read_count = $3, applied_count = $4, beat_at = now() where id = $1 returning ${columns}`,
);
