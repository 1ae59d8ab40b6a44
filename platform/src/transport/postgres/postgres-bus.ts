import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Bus, Lag } from '../bus.ts';
import { every, type Stoppable } from '../../service/every.ts';
import type { Logger } from '../../observe/logging.ts';
import { append } from './append.ts';
import { openHistory } from './history.ts';
import { Line } from './line.ts';
import { joinGroup } from './member.ts';
import { enrol } from './ownership.ts';
import { createPartitions } from './partitions.ts';
import { dropOldRecords } from './retention.ts';
import { tail } from './tail.ts';

const PARTITIONS = 8;
const RETENTION_MS = 7 * 24 * 3_600_000;
const CLEANING_MS = 10 * 60_000;
const SCHEMA_LOCK = 0x62_75_73_00;

/**
 * A bus in a PostgreSQL database of its own, where Kafka would be too much: partitions by key with offsets free of
 * gaps, and consumer groups. `retentionMs` is how long records stay that every group has read.
 */
export async function openPostgresBus(options: { url: string; log: Logger; partitions?: number; retentionMs?: number }): Promise<Bus> {
  const { url, log } = options;
  const pool = openPool(url);
  await createSchema(pool);
  const partitions = createPartitions(pool, options.partitions ?? PARTITIONS);
  const line = new Line(url, log);
  const cleaning = every(CLEANING_MS, log, () => dropOldRecords(pool, options.retentionMs ?? RETENTION_MS));
  const running = new Set<Stoppable>();
  const own = (thing: Stoppable): Stoppable => {
    running.add(thing);
    return {
      async stop() {
        await thing.stop();
        running.delete(thing);
      },
    };
  };

  let stopping: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([...running, cleaning].map((thing) => thing.stop()));
    await line.stop();
    await pool.end();
  };

  return {
    ensureTopics: (topics) => partitions.ensure(topics),
    async publish(messages) {
      line.give(await append(pool, partitions, messages, line.origin));
    },
    async consume(group, topics, onBatch) {
      const partitionIds = await partitions.of(topics);
      await enrol(pool, group, partitionIds);
      return own(joinGroup({ line, group, partitionIds, onBatch, log }));
    },
    async tail(topics, onMessage) {
      const tailing = tail({ line, topics, partitionIds: await partitions.of(topics), onMessage, log });
      const owned = own(tailing);
      await tailing.started;
      return owned;
    },
    async history(topics, since) {
      return openHistory(pool, await partitions.of(topics), since);
    },
    lag: (group, topics) => lag(pool, group, topics),
    stop: () => (stopping ??= close()),
  };
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 30_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Replicas that start at once take turns: PostgreSQL's "if not exists" is not safe from itself. */
async function createSchema(pool: pg.Pool): Promise<void> {
  const sql = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  await pool.query(`begin; select pg_advisory_xact_lock(${SCHEMA_LOCK}); ${sql}; commit`);
}

async function lag(pool: pg.Pool, group: string, topics: readonly string[]): Promise<Lag[]> {
  const { rows } = await pool.query<Lag>(
    `select topic, sum(p.next_offset - coalesce(c.next_offset, 0))::float8 as messages
     from bus.partition p left join bus.committed c on c.partition_id = p.id and c.consumer_group = $1
     where topic = any($2) group by topic order by topic`,
    [group, topics],
  );
  return rows;
}
