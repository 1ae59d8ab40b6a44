import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../errors.ts';
import { topicsOf } from '../events/consumer.ts';
import { boolean, json, nullable, number, text, texts } from '../reading/columns.ts';
import { cancelReplay, type Replays, STATUS_NOW } from '../replay/replays.ts';
import type { Since } from '../transport/bus.ts';
import { serviceList } from './list.ts';
import type { Bind, Order, PageOfService } from './place.ts';
import { checkedReason } from './reason.ts';
import { sentences } from './sentences.ts';
import { numberIn, serviceId } from './service-ids.ts';

export interface ReplayFilter {
  readonly statuses?: readonly string[] | null;
}

export interface ReplayStartInput {
  readonly projection: string;
  /** At most one of them; the beginning where both are absent. */
  readonly from?: string | null;
  readonly offset?: number | null;
  readonly mustBeEmpty: boolean;
  readonly isPutInPlace: boolean;
  readonly reason: string;
}

export interface RedeliveryStartInput {
  readonly topics?: readonly string[] | null;
  /** The beginning where absent. */
  readonly from?: string | null;
  readonly isDryRun: boolean;
  readonly reason: string;
}

/** Replays of one service, as operators see them. */
export function toldReplays(service: string, group: string, replays: Replays) {
  const told = ({ number: place, projection, topics, ...row }: Row) => ({
    ...row,
    id: serviceId('rpl', service, place),
    place: { time: row.startedAt, number: place },
    service,
    group,
    projection,
    topics: topics ?? topicsOf(replays.projections.find(({ name }) => name === projection)?.reactions ?? []),
  });
  const find = async (em: EntityManager, id: string) => {
    const place = numberIn('rpl', service, id);
    const row = place === null ? null : await list.find(em, ['id = $1'], [place]);
    return row && told(row);
  };
  return {
    page: async (em: EntityManager, page: PageOfService, filter: ReplayFilter) => (await list.page(em, service, page, filter)).map(told),
    count: (em: EntityManager, filter: ReplayFilter) => list.count(em, filter),
    find,
    async start(em: EntityManager, input: ReplayStartInput) {
      const { projection, mustBeEmpty, isPutInPlace } = input;
      const reason = checkedReason(input.reason);
      const place = await replays.start({ projection, since: sinceOf(input), mustBeEmpty, isPutInPlace, reason });
      return find(em, serviceId('rpl', service, place));
    },
    async redeliver(em: EntityManager, { topics, isDryRun, ...input }: RedeliveryStartInput) {
      const reason = checkedReason(input.reason);
      const place = await replays.redeliver({ ...(topics && { topics }), since: sinceOf(input), isDryRun, reason });
      return find(em, serviceId('rpl', service, place));
    },
    async cancel(em: EntityManager, id: string) {
      const place = numberIn('rpl', service, id);
      if (place === null || !(await find(em, id))) throw new Refusal('NOT_FOUND', sentences.noSuchReplay, ['replayId']);
      if (!(await cancelReplay(em, place))) throw new Refusal('CONFLICT', sentences.replayEnded, ['replayId']);
      return find(em, id);
    },
  };
}

function sinceOf({ from, offset }: Pick<ReplayStartInput, 'from' | 'offset'>): Since {
  if (typeof offset === 'number') return { offset };
  return typeof from === 'string' ? { time: from } : 'beginning';
}

const ORDER: Order = { time: 'started_at', timeType: 'timestamptz', number: 'id', direction: 'DESC' };
const TIME = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
const time = (column: string) => text(`to_char(${column} at time zone 'UTC', '${TIME}')`);

const list = serviceList({
  columns: {
    number: text('id'),
    mode: text('mode'),
    projection: nullable(text('projection')),
    topics: nullable(texts('topics')),
    since: text('since'),
    isPutInPlace: boolean('is_put_in_place'),
    reason: text('reason'),
    actorId: nullable(text('actor_id')),
    status: text(STATUS_NOW),
    totalCount: number('total_count'),
    readCount: number('read_count'),
    appliedCount: number('applied_count'),
    differences: nullable(json('differences')),
    lastError: nullable(text('last_error')),
    startedAt: time('started_at'),
    finishedAt: nullable(time('finished_at')),
  },
  from: 'platform.replay',
  order: ORDER,
  where: ({ statuses }: ReplayFilter, bind: Bind) => (statuses ? [`${STATUS_NOW} = any(${bind(statuses)}::text[])`] : []),
});

type Row = Awaited<ReturnType<typeof list.page>>[number];
