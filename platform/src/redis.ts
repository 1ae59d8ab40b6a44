import { Redis } from 'ioredis';

const CONNECT_WITHIN_MS = 2_000;
const MAX_PAUSE_MS = 1_000;

/** A connection that is made again whenever it is lost. What is asked meanwhile fails at once, and what is not answered within `answerWithinMs` fails then. */
export function connectRedis(url: string, answerWithinMs: number): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_WITHIN_MS,
    commandTimeout: answerWithinMs,
    socketTimeout: 2 * answerWithinMs,
    retryStrategy: (tries) => Math.min(tries * 50, MAX_PAUSE_MS),
  });
}
