import type { BucketSize } from './budget.ts';

/** One token bucket. Every time is a `performance.now()`. */
export class Bucket {
  readonly key: string;
  readonly size: BucketSize;
  #level: number;
  #levelAt: number;
  #untold = 0;

  constructor(key: string, size: BucketSize, now: number) {
    this.key = key;
    this.size = size;
    this.#level = size.capacity;
    this.#levelAt = now;
  }

  /** Below zero where points are owed. */
  levelAt(now: number): number {
    const filled = this.#level + ((now - this.#levelAt) * this.size.refillPerSecond) / 1000;
    this.#level = Math.min(this.size.capacity, filled);
    this.#levelAt = now;
    return this.#level;
  }

  take(points: number): void {
    this.#level -= points;
    this.#untold += points;
  }

  /** What was taken since the last call. */
  takeUntold(): number {
    const untold = this.#untold;
    this.#untold = 0;
    return untold;
  }

  /** Others take from it, too: its level is this, less what was taken here meanwhile. */
  correct(level: number, now: number): void {
    this.#level = level - this.#untold;
    this.#levelAt = now;
  }
}
