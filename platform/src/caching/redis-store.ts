import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import * as z from 'zod';
import { messageOf } from '../errors.ts';
import { newUuid } from '../ids.ts';
import type { Logger } from '../observe/logging.ts';
import { connectRedis } from '../redis.ts';
import { type Found, type Kept, kindOf, type Store } from './store.ts';

const FIND = readFileSync(new URL('find.lua', import.meta.url), 'utf8');
const KEEP = readFileSync(new URL('keep.lua', import.meta.url), 'utf8');
const ANSWER_WITHIN_MS = 500;
const TRY_AGAIN_MS = 1_000;

const Answer = z.array(z.string()).min(1);
const RowsText = z.string().transform((text) => z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(text)));

export interface RedisStoreOptions {
  readonly url: string;
  /** Whose rows they are. */
  readonly service: string;
  readonly keepsMs: number;
  readonly log: Logger;
}

/**
 * Keeps rows in Redis, for all replicas. While it does not answer, nothing is found, which is said once. What was to be purged meanwhile
 * may be there when it is back, and so does what it kept on a disk: all of it is purged before anything of it is found.
 */
export class RedisStore implements Store {
  readonly #redis: Redis;
  readonly #prefix: string;
  readonly #keepsMs: number;
  readonly #log: Logger;
  /** Changes with each purge that may not have arrived. */
  #losses = 0;
  /** Whether all purges have arrived. */
  #isTrusted = false;
  #isLost = false;
  #isStopped = false;
  #trial: NodeJS.Timeout | undefined;

  readonly bytes = 0;

  constructor({ url, service, keepsMs, log }: RedisStoreOptions) {
    this.#prefix = `agora:cache:${service}:`;
    this.#keepsMs = keepsMs;
    this.#log = log;
    this.#redis = connectRedis(url, ANSWER_WITHIN_MS);
    this.#redis.on('error', (error) => this.#lost(error));
    this.#redis.on('close', () => this.#lost(new Error('The connection was closed.')));
    this.#redis.on('ready', () => void this.#trustAgain());
  }

  async find(kinds: readonly string[], places: readonly string[]): Promise<Found> {
    const nothing: Found = { rows: places.map(() => undefined), lease: null };
    if (!this.#isTrusted) return nothing;
    const leases = this.#leasesOf(kinds);
    const keys = [...leases, ...places.map((place) => this.#placeOf(place))];
    try {
      const [lease = '', ...found] = Answer.parse(
        await this.#redis.eval(FIND, keys.length, ...keys, leases.length, newUuid(), 2 * this.#keepsMs),
      );
      this.#found();
      return this.#isTrusted ? { rows: found.map((text) => (text === '' ? undefined : RowsText.parse(text))), lease } : nothing;
    } catch (error) {
      this.#lost(error);
      return nothing;
    }
  }

  keep(kinds: readonly string[], lease: string, kept: readonly Kept[]): void {
    if (!this.#isTrusted) return;
    const leases = this.#leasesOf(kinds);
    // Where all is purged, this one goes as well.
    const marksOf = ({ names }: Kept) => [this.#all, ...names.map((name) => this.#markOf(name))];
    const keys = [...leases, ...kept.flatMap((one) => [this.#placeOf(one.place), ...marksOf(one)])];
    const values = kept.flatMap((one) => [JSON.stringify(one.rows), one.names.length + 1]);
    this.#redis
      .eval(KEEP, keys.length, ...keys, leases.length, lease, newUuid(), this.#keepsMs, ...values)
      .catch((error: unknown) => this.#lost(error));
  }

  purge(names: readonly string[]): void {
    const kinds = [...new Set(names.map(kindOf))];
    this.#remove([...kinds.map((kind) => this.#leaseOf(kind)), ...names.map((name) => this.#markOf(name))]);
  }

  purgeAll(): void {
    this.#remove([this.#all]);
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    this.#isTrusted = false;
    clearTimeout(this.#trial);
    this.#redis.disconnect();
    return Promise.resolve();
  }

  /** A lease of all, and a mark of everything. */
  get #all(): string {
    return `${this.#prefix}all`;
  }

  #leasesOf(kinds: readonly string[]): string[] {
    return [this.#all, ...kinds.map((kind) => this.#leaseOf(kind))];
  }

  #leaseOf(kind: string): string {
    return `${this.#prefix}lease:${kind}`;
  }

  #markOf(name: string): string {
    return `${this.#prefix}mark:${name}`;
  }

  #placeOf(place: string): string {
    return `${this.#prefix}rows:${place}`;
  }

  #remove(keys: readonly string[]): void {
    if (this.#isStopped) return;
    this.#redis.unlink(...keys).catch((error: unknown) => this.#lost(error));
  }

  #lost(error: unknown): void {
    if (this.#isStopped) return;
    this.#losses++;
    this.#isTrusted = false;
    // A connection that is lost as well is made again first.
    if (this.#redis.status === 'ready') this.#trial ??= setTimeout(() => this.#try(), TRY_AGAIN_MS);
    if (this.#isLost) return;
    this.#isLost = true;
    this.#log.warn({ reason: messageOf(error) }, 'Redis does not answer; everything is read from the database until it does.');
  }

  #try(): void {
    this.#trial = undefined;
    void this.#trustAgain();
  }

  async #trustAgain(): Promise<void> {
    const losses = this.#losses;
    try {
      await this.#redis.unlink(this.#all);
    } catch (error) {
      return this.#lost(error);
    }
    if (losses === this.#losses) this.#isTrusted = !this.#isStopped;
    else await this.#trustAgain();
  }

  #found(): void {
    if (this.#isLost) this.#log.warn('Redis answers again; what everybody asks is kept there.');
    this.#isLost = false;
  }
}
