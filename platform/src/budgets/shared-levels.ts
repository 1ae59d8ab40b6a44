import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import * as z from 'zod';
import { messageOf } from '../errors.ts';
import { connectRedis } from '../redis.ts';
import type { Stoppable } from '../service/every.ts';
import type { Logger } from '../observe/logging.ts';
import type { Bucket } from './bucket.ts';

const SETTLE = readFileSync(new URL('settle.lua', import.meta.url), 'utf8');
const SETTLE_EVERY_MS = 100;
const MAX_BATCH_SIZE = 500;
const ANSWER_WITHIN_MS = 1_000;

/** Null where the key in Redis holds no bucket. */
const Levels = z.array(z.union([z.literal('').transform(() => null), z.coerce.number()]));

/**
 * One level in Redis for the same bucket in several processes. Each process counts by itself and ten times a second exchanges what
 * it took for what all have left. While Redis does not answer, each goes on counting by itself; what is taken meanwhile is not
 * reported later, because its own bucket has refilled for it.
 */
export class SharedLevels implements Stoppable {
  readonly #redis: Redis;
  readonly #log: Logger;
  readonly #due = new Map<Bucket, string>();
  #timer: NodeJS.Timeout | undefined;
  #settling: Promise<void> | undefined;
  /** Whether Redis answered last time it was asked; undefined until it is known for the first time. */
  #answers: boolean | undefined;
  #isStopped = false;

  constructor(url: string, log: Logger) {
    this.#log = log;
    this.#redis = connectRedis(url, ANSWER_WITHIN_MS);
    this.#redis.on('error', (error) => this.#lost(error));
    this.#redis.on('close', () => this.#lost(new Error('The connection was closed.')));
    this.#redis.on('ready', () => this.#found());
  }

  /** Something was taken from the bucket. */
  taken(name: string, bucket: Bucket): void {
    this.#due.set(bucket, name);
    this.#plan();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#settling;
    await this.#settleAll();
    this.#redis.disconnect();
  }

  /** One settlement at a time: what Redis does not answer must not pile up. */
  #plan(): void {
    if (this.#answers === undefined || this.#isStopped || this.#settling || this.#due.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#settling = this.#settleAll().finally(() => {
        this.#settling = undefined;
        this.#plan();
      });
    }, SETTLE_EVERY_MS);
  }

  async #settleAll(): Promise<void> {
    const due = [...this.#due];
    this.#due.clear();
    for (let done = 0; done < due.length; done += MAX_BATCH_SIZE) {
      if (await this.#settle(due.slice(done, done + MAX_BATCH_SIZE))) continue;
      for (const [bucket] of due.slice(done + MAX_BATCH_SIZE)) bucket.takeUntold();
      return; // who does not answer once is not waited for again and again
    }
  }

  /** Whether Redis answered. */
  async #settle(due: readonly (readonly [Bucket, string])[]): Promise<boolean> {
    const keys = due.map(([bucket, name]) => `agora:budget:${name}:${bucket.key}`);
    const terms = due.flatMap(([bucket]) => [bucket.size.capacity, bucket.size.refillPerSecond, bucket.takeUntold()]);
    try {
      const levels = Levels.parse(await this.#redis.eval(SETTLE, keys.length, ...keys, ...terms));
      const now = performance.now();
      for (const [index, [bucket]] of due.entries()) {
        const level = levels[index] ?? null;
        if (level === null) this.#log.warn({ key: keys[index] }, 'A key in Redis is no budget; that one is counted in this process alone.');
        else bucket.correct(level, now);
      }
      this.#found();
      return true;
    } catch (error) {
      this.#lost(error);
      return false;
    }
  }

  #lost(error: unknown): void {
    if (this.#answers === false || this.#isStopped) return;
    this.#answers = false;
    this.#log.warn({ reason: messageOf(error) }, 'Redis does not answer; budgets are counted in this process alone until it does.');
  }

  #found(): void {
    if (this.#answers === false) this.#log.warn('Redis answers again; budgets are shared.');
    this.#answers = true;
    this.#plan();
  }
}
