import type { Database } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../observe/logging.ts';
import type { Stoppable } from '../service/every.ts';
import type { Bus } from '../transport/bus.ts';
import { MemoryStore } from './memory-store.ts';
import type { Purge } from './purge.ts';
import { ReadCache } from './read-cache.ts';
import { RedisStore } from './redis-store.ts';
import type { CacheConfig } from './settings.ts';

export interface ReadCacheOptions extends CacheConfig {
  readonly service: string;
  /** Of every event that the service announces. */
  readonly purges: readonly Purge[];
  readonly database: Database;
  readonly bus: Bus;
  readonly topic: string;
  readonly log: Logger;
}

export interface OpenReadCache extends Stoppable {
  /** Undefined where nothing is to be kept. */
  readonly cache: ReadCache | undefined;
}

/**
 * Opens the read cache of a service. Its own events purge it: those of this process once they are committed, those of other replicas
 * when they arrive.
 */
export async function openReadCache(options: ReadCacheOptions): Promise<OpenReadCache> {
  const { where, service, maxBytes, keepsMs, redisUrl, database, bus, topic, log } = options;
  if (where === 'off') return { cache: undefined, stop: () => Promise.resolve() };
  const store =
    where === 'redis' && redisUrl !== undefined
      ? new RedisStore({ url: redisUrl, service, keepsMs, log })
      : new MemoryStore({ maxBytes, keepsMs });
  const cache = new ReadCache(service, store);
  const happened = purging(cache, options);
  const tail = await bus.tail([topic], ({ type, data }) => happened(type, () => JSON.parse(data)));
  database.onAnnounced(({ happenings }) => {
    for (const { type, data } of happenings) happened(type, () => data);
  });
  return {
    cache,
    async stop() {
      await tail.stop();
      await store.stop();
    },
  };
}

/** What another version of the service announces, and this one does not understand, may have changed anything. */
function purging(cache: ReadCache, { purges, log }: ReadCacheOptions): (type: string, data: () => unknown) => void {
  const byType = new Map(purges.map((purge) => [purge.type, purge]));
  return (type, data) => {
    const purge = byType.get(type);
    try {
      const changed = purge?.namesOf(data()) ?? 'everything';
      if (changed === 'everything') cache.purgeAll();
      else cache.purge(changed);
    } catch (error) {
      log.warn({ type, reason: messageOf(error) }, 'An event does not say what it changed; nothing that was read before it is kept.');
      cache.purgeAll();
    }
  };
}
