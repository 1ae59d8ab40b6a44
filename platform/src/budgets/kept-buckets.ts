import { Bucket } from './bucket.ts';
import type { BucketSize } from './budget.ts';

/** About 10 MB. Who makes more keys than that within the time of a refill has the oldest ones start full again. */
const MAX_KEPT = 40_000;
/** Of those so many may owe something. */
const MAX_OWING = MAX_KEPT / 4;

/**
 * The buckets of one budget, without those that have filled again. They are kept in two generations: when the younger one is as old
 * as an empty bucket takes to fill, or too large, the older one is dropped, but for buckets that still owe.
 */
export class KeptBuckets {
  readonly #size: BucketSize;
  #recent = new Map<string, Bucket>();
  #earlier = new Map<string, Bucket>();
  #turnsAt = 0;

  constructor(size: BucketSize) {
    this.#size = size;
  }

  /** Undefined for one that is full. */
  find(key: string, now: number): Bucket | undefined {
    if (now >= this.#turnsAt) this.#turn(now);
    return this.#recent.get(key) ?? this.#earlier.get(key);
  }

  open(key: string, now: number): Bucket {
    if (now >= this.#turnsAt || this.#recent.size >= MAX_KEPT / 2) this.#turn(now);
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const bucket = this.#earlier.get(key) ?? new Bucket(key, this.#size, now);
    this.#recent.set(key, bucket);
    return bucket;
  }

  #turn(now: number): void {
    const owing = [...this.#earlier].filter(([key, bucket]) => !this.#recent.has(key) && bucket.levelAt(now) < 0);
    this.#earlier = this.#recent;
    this.#recent = new Map(owing.slice(0, MAX_OWING));
    this.#turnsAt = now + (this.#size.capacity / this.#size.refillPerSecond) * 1000;
  }
}
