import type pg from 'pg';

/** The partitions of topics, by number. They are fixed when the topic is created, so they are read once. */
export interface Partitions {
  /** Creates the topics that are not there yet. */
  ensure(topics: readonly string[]): Promise<void>;
  /** The ids of all partitions of these topics, which are created where they are missing. */
  of(topics: readonly string[]): Promise<readonly number[]>;
  /** Where messages of this key go; the topic has been ensured before. */
  forKey(topic: string, key: string): number;
}

export function createPartitions(pool: pg.Pool, count: number): Partitions {
  const known = new Map<string, readonly number[]>();

  const partitions: Partitions = {
    async ensure(topics) {
      const missing = topics.filter((topic) => !known.has(topic)).sort();
      if (missing.length === 0) return;
      const made = await Promise.allSettled(missing.map((topic) => create(pool, topic, count)));
      for (const [topic, ids] of await read(pool, missing)) known.set(topic, ids);
      for (const result of made) if (result.status === 'rejected') throw result.reason;
    },
    async of(topics) {
      await partitions.ensure(topics);
      return topics.flatMap((topic) => known.get(topic) ?? []);
    },
    forKey(topic, key) {
      const ids = known.get(topic) ?? [];
      const id = ids[hashOf(key) % ids.length];
      if (id === undefined) throw new Error(`The topic ${topic} has no partitions.`);
      return id;
    },
  };
  return partitions;
}

/** Only a topic without partitions gets any: the number of partitions decides where keys go, so it never changes. */
async function create(pool: pg.Pool, topic: string, count: number): Promise<void> {
  await pool.query(
    `insert into bus.partition (topic, number)
     select $1, number from generate_series(0, $2::int - 1) as number
     where not exists (select from bus.partition existing where existing.topic = $1)
     order by number on conflict do nothing`,
    [topic, count],
  );
}

async function read(pool: pg.Pool, topics: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await pool.query<{ topic: string; ids: number[] }>(
    'select topic, array_agg(id order by number) as ids from bus.partition where topic = any($1) group by topic',
    [topics],
  );
  return new Map(rows.map(({ topic, ids }) => [topic, ids]));
}

/**
 * FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). Part of the stored layout: with another hash, new events of a key would go to
 * another partition and overtake those that wait.
 */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
