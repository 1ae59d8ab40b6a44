import type { EntityManager } from '@mikro-orm/postgresql';
import { operatorEvents } from '@agora/schema/events/operator';
import { type Database, type DatabaseOptions, openDatabase, query, transaction, violates } from '../database/database.ts';
import { messageOf, Refusal } from '../errors.ts';
import type { Consumer } from '../events/consumer.ts';
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
import { CannotReplay, type Progress, type ReplayControl } from './control.ts';
import type { TableDifference } from './copies.ts';
import type { Projection } from './projection.ts';
import { redeliver } from './redeliver.ts';
import { refill } from './refill.ts';

/** How often a replay says how far it is and looks whether it was cancelled; and after which silence its process counts as gone. */
const BEAT_MS = 500;
const SILENT = "beat_at < now() - interval '1 minute'";

export interface ReplaysOptions {
  readonly service: string;
  readonly database: Database;
  readonly bus: Pick<Bus, 'history'>;
  readonly group: string;
  /** The group's member in this process; null where there is none, as in a command line. */
  readonly consumer: Consumer | null;
  readonly projections: readonly Projection[];
  readonly entities: DatabaseOptions['entities'];
  readonly log: Logger;
}

interface Begun {
  readonly since: Since;
  readonly reason: string;
}

/** Of a projection. */
export interface ReplayStart extends Begun {
  readonly projection: string;
  readonly mustBeEmpty: boolean;
  readonly isPutInPlace: boolean;
}

/** Of a group. */
export interface RedeliveryStart extends Begun {
  /** All of the group where absent. */
  readonly topics?: readonly string[] | undefined;
  readonly isDryRun: boolean;
}

/** The replays of a service that run in this process; one at a time of each projection, and one of the group, in whatever process. */
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
    const { since, isPutInPlace, reason } = start;
    const number = await this.#note({ mode: 'REBUILD', projection: start.projection, topics: null, since, isPutInPlace, reason });
    return this.#begin(number, (control) => this.#refill(number, projection, start, control));
  }

  /**
   * Hands events to the group again. Answers the number of the replay, which goes on. Refuses with NOT_FOUND, or CONFLICT while
   * another one of the group runs.
   */
  async redeliver(start: RedeliveryStart): Promise<string> {
    const { bus, group, consumer } = this.#options;
    if (!consumer) throw new Refusal('NOT_FOUND', sentences.noSuchGroup, ['group']);
    const { since, isDryRun, reason } = start;
    const strange = start.topics?.findIndex((topic) => !consumer.topics.includes(topic)) ?? -1;
    if (strange >= 0) throw new Refusal('NOT_FOUND', sentences.noSuchTopic, ['topics', String(strange)]);
    const topics = [...new Set(start.topics ?? consumer.topics)];
    const number = await this.#note({ mode: 'REDELIVER', projection: null, topics, since, isPutInPlace: !isDryRun, reason });
    return this.#begin(number, async (control) => {
      await redeliver({ ...control, bus, group, consumer, topics, since, isDryRun });
      return null;
    });
  }

  #begin(number: string, work: Work): string {
    const running = traced(traceparent(), () => this.#run(number, work), actorId());
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
    return number;
  }

  /** Those that run here end as cancelled. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#running);
  }

  /** Committed at once: from here on the replay is seen, and runs. What hands events over is told of here, for it undoes none of it. */
  async #note({ mode, projection, topics, since, isPutInPlace, reason }: Noted): Promise<string> {
    const { database, service, group } = this.#options;
    await query(database.fork(), END_SILENT, [projection]);
    try {
      return await transaction(database.fork(), async (tx) => {
        const [row] = await insert(tx, [mode, projection, topics, sinceText(since), isPutInPlace, reason, actorId()]);
        if (topics && isPutInPlace)
          await announce(tx, operatorEvents(service).eventsRedelivered, { group, topics: [...topics], ...toldOf({ since, reason }) });
        return row?.number ?? '';
      });
    } catch (error) {
      if (!violates(error, 'replay_running')) throw error;
      throw new Refusal('CONFLICT', projection === null ? sentences.redeliveryRuns : sentences.replayRuns, [
        projection === null ? 'group' : 'projection',
      ]);
    }
  }

  async #run(number: string, work: Work): Promise<void> {
    const { database, log } = this.#options;
    let progress: Progress = { total: 0, read: 0, applied: 0 };
    let isCancelled = false;
    const beat = async () => {
      const [row] = await noteProgress(database.fork(), [number, progress.total, progress.read, progress.applied]);
      isCancelled ||= row?.isRunning !== true;
    };
    const beating = every(BEAT_MS, log, beat);
    try {
      const differences = await work({
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
      if (!(error instanceof Cancelled || error instanceof CannotReplay)) log.error({ err: error, replay: number }, 'A replay failed.');
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
    control: ReplayControl,
  ): Promise<TableDifference[]> {
    const { service, database, entities, bus, group, log } = this.#options;
    const own = await openDatabase({ url: database.url, entities, migrations: null, log, poolSize: 1 });
    try {
      const told = { projection: projection.name, ...toldOf({ since, reason }) };
      const onHold = async () => void (await query(this.#options.database.fork(), HOLD, [number]));
      const inPlace = async (tx: EntityManager) => {
        const [row] = await lockRunning(tx, [number]);
        if (!row) throw new Cancelled();
        await announce(tx, operatorEvents(service).projectionRefilled, told);
      };
      return await refill({ ...control, database: own, bus, group, projection, since, mustBeEmpty, isPutInPlace, onHold, inPlace });
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

/** What runs; answers how the projection that it is about differs from what events make of it. */
type Work = (control: ReplayControl) => Promise<TableDifference[] | null>;

interface Noted extends Begun {
  readonly mode: 'REBUILD' | 'REDELIVER';
  readonly projection: string | null;
  readonly topics: readonly string[] | null;
  readonly isPutInPlace: boolean;
}

function toldOf({ since, reason }: Begun) {
  const shellUser = shellUserIn(actorId());
  return { since: sinceText(since), reason, ...(shellUser !== undefined && { shellUser }) };
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

const END = 'update platform.replay set status = $2, differences = $3, last_error = $4, holds_group = false, finished_at = now()';
const HOLD = `update platform.replay set holds_group = true where id = $1 and status = 'RUNNING'`;
const END_SILENT = `update platform.replay set status = 'FAILED', last_error = 'Its process ended.', finished_at = now()
  where coalesce(projection, '') = coalesce($1, '') and status = 'RUNNING' and ${SILENT}`;

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
    `insert into platform.replay (mode, projection, topics, since, is_put_in_place, reason, actor_id)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
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
