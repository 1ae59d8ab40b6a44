import * as z from 'zod';
import { type Environment, readSettings, settings, SettingsError } from '../service/settings.ts';

/** What a service with a read cache reads from the environment. */
export const cacheSettings = {
  READ_CACHE: z
    .enum(['off', 'memory', 'redis'])
    .default('memory')
    .describe(
      'where what everybody asks of the catalogue is kept: in the memory of each process, or in Redis for all: off, memory, redis (memory)',
    ),
  READ_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(1_000_000)
    .max(16_000_000_000)
    .default(32 * 1024 * 1024)
    .describe('memory of each process for it, where it is kept there (33554432)'),
  READ_CACHE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(60)
    .describe('how long it is kept at most, in seconds; what changes goes at once (60)'),
};

export type CacheConfig = ReturnType<typeof readCacheConfig>;

export function readCacheConfig(env: Environment) {
  const read = readSettings({ ...cacheSettings, REDIS_URL: settings.REDIS_URL.optional() }, env);
  if (read.READ_CACHE === 'redis' && read.REDIS_URL === undefined)
    throw new SettingsError(['READ_CACHE: "redis" needs REDIS_URL, which is not set.']);
  return {
    where: read.READ_CACHE,
    maxBytes: read.READ_CACHE_BYTES,
    keepsMs: read.READ_CACHE_SECONDS * 1_000,
    redisUrl: read.REDIS_URL,
  };
}
