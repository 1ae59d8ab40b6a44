/** Work that may take only so long. */
export interface Late {
  /** When it began, by `performance.now()`. */
  readonly begunAt: number;
  /** Is called once, when the time is over and the work is not. */
  onLate(): void;
}

/** Watches over work that all has the same time: what began first is late first, so one timer is enough for everything. */
export class Deadlines {
  readonly #ms: number;
  readonly #going = new Set<Late>();
  #timer: NodeJS.Timeout | null = null;

  constructor(ms: number) {
    this.#ms = ms;
  }

  add(work: Late): void {
    this.#going.add(work);
    this.#timer ??= this.#lookIn(this.#ms);
  }

  /** The work is done. */
  remove(work: Late): void {
    this.#going.delete(work);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#going.clear();
  }

  #lookIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), ms).unref();
  }

  #look(): void {
    this.#timer = null;
    const now = performance.now();
    for (const work of this.#going) {
      const left = work.begunAt + this.#ms - now;
      if (left > 0) {
        this.#timer = this.#lookIn(left);
        return;
      }
      this.#going.delete(work);
      work.onLate();
    }
  }
}
