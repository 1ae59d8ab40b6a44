import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Bus, Lag } from '../transport/bus.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../observe/logging.ts';
import type { Projection } from '../replay/projection.ts';
import { STATUS_NOW } from '../replay/replays.ts';
import { boolean, nullable, number, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';

/** How events flow through a service at the moment. */
export interface EventFlow {
  /** Events of its log that the bus does not have yet. */
  readonly unpublishedCount: number;
  readonly oldestUnpublishedAt: string | null;
  /** In the last minute. */
  readonly publishedPerMinute: number;
  readonly consumers: readonly ConsumerFlow[];
  readonly projections: readonly ToldProjection[];
}

/** What the service keeps of others' events, and when it was last filled again from them. */
export interface ToldProjection {
  readonly name: string;
  readonly description: string;
  readonly rebuiltAt: string | null;
}

export interface ConsumerFlow {
  readonly group: string;
  /** How far it is behind in each topic; null where the bus did not say. */
  readonly topics: readonly Lag[] | null;
  readonly lag: number | null;
  /** Events that it took in the last minute; what it parked is among them. */
  readonly handledPerMinute: number;
  readonly parkedKeyCount: number;
  readonly deadLetterCount: number;
  /** Whether a replay keeps it waiting. */
  readonly isPaused: boolean;
}

export interface FlowOptions {
  readonly bus: Pick<Bus, 'lag'>;
  /** Its consumer group, and what that listens to. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly projections: readonly Projection[];
  readonly log: Logger;
}

export async function eventFlow(em: EntityManager, { bus, group, topics, projections, log }: FlowOptions): Promise<EventFlow> {
  const [published, handled, lags, told] = await Promise.all([
    publishedOf(em),
    handledOf(em.fork(), group),
    lagOrNull(bus, group, topics, log),
    toldOf(em.fork(), projections),
  ]);
  const lag = lags?.reduce((sum, { messages }) => sum + messages, 0) ?? null;
  return { ...published, consumers: topics.length === 0 ? [] : [{ group, topics: lags, lag, ...handled }], projections: told };
}

async function toldOf(em: EntityManager, projections: readonly Projection[]): Promise<ToldProjection[]> {
  if (projections.length === 0) return [];
  const rebuilt = new Map((await lastRebuilt(em)).map(({ projection, at }) => [projection, at]));
  return projections.map(({ name, description }) => ({ name, description, rebuiltAt: rebuilt.get(name) ?? null }));
}

const lastRebuilt = statement(
  { projection: text('projection'), at: text('max(finished_at)') },
  (columns) => `select ${columns} from platform.replay where status = 'DONE' and is_put_in_place group by projection`,
);

async function publishedOf(em: EntityManager): Promise<Omit<EventFlow, 'consumers' | 'projections'>> {
  const [row] = await published(em);
  return row ?? { unpublishedCount: 0, oldestUnpublishedAt: null, publishedPerMinute: 0 };
}

const published = statement(
  {
    unpublishedCount: number('select count(*) from platform.event_log where published_at is null'),
    oldestUnpublishedAt: nullable(
      text('select occurred_at from platform.event_log where published_at is null and isfinite(occurred_at) order by id limit 1'),
    ),
    publishedPerMinute: number("select count(*) from platform.event_log where published_at > now() - interval '1 minute'"),
  },
  (columns) => `select ${columns}`,
);

async function handledOf(em: EntityManager, group: string): Promise<Omit<ConsumerFlow, 'group' | 'topics' | 'lag'>> {
  const [row] = await handled(em, [group]);
  return row ?? { handledPerMinute: 0, parkedKeyCount: 0, deadLetterCount: 0, isPaused: false };
}

const handled = statement(
  {
    handledPerMinute: number("(select count(*) from platform.inbox where consumer = $1 and received_at > now() - interval '1 minute')"),
    parkedKeyCount: number('count(*)'),
    deadLetterCount: number('count(*) filter (where is_dead)'),
    isPaused: boolean(`exists (select from platform.replay where holds_group and ${STATUS_NOW} = 'RUNNING')`),
  },
  (columns) => `select ${columns} from platform.parked_head where consumer = $1`,
);

/** A bus that is away must not hide the rest. */
const BUS_TIMEOUT_MS = 3_000;

async function lagOrNull(bus: FlowOptions['bus'], group: string, topics: readonly string[], log: Logger): Promise<readonly Lag[] | null> {
  if (topics.length === 0) return [];
  const late = new AbortController();
  try {
    return await Promise.race([
      bus.lag(group, topics),
      sleep(BUS_TIMEOUT_MS, undefined, { signal: late.signal }).then(() =>
        Promise.reject(new Error(`No answer within ${BUS_TIMEOUT_MS} ms.`)),
      ),
    ]);
  } catch (error) {
    log.warn({ group, reason: messageOf(error) }, 'The bus does not say how far the group is behind.');
    return null;
  } finally {
    late.abort();
  }
}
