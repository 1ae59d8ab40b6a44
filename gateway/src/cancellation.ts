/** What is done for an answer. */
export interface Work {
  /** One of those who wait for it has left. */
  leave(): void;
}

/**
 * Counts those who wait for one answer; when the last has left, so have they from all work that is under way for it. One is made
 * for every operation and every call that may be shared, so it is no AbortController, which costs a hundred times as much.
 */
export class Cancellation implements Work {
  #waiting = 1;
  #work: Work[] | null = null;

  /** Nobody waits any more. */
  get isCancelled(): boolean {
    return this.#waiting <= 0;
  }

  /** One more waits. */
  join(): void {
    this.#waiting++;
  }

  leave(): void {
    if (--this.#waiting !== 0 || !this.#work) return;
    const left = this.#work;
    this.#work = null;
    for (const work of left) work.leave();
  }

  /** Work that has begun, until it is removed; it is left at once where nobody waits. */
  add(work: Work): void {
    if (this.isCancelled) work.leave();
    else (this.#work ??= []).push(work);
  }

  /** The last takes its place: `splice` would make an array of what it takes out. */
  remove(work: Work): void {
    const all = this.#work;
    const index = all?.indexOf(work) ?? -1;
    if (!all || index < 0) return;
    const last = all.pop();
    if (last && index < all.length) all[index] = last;
  }
}
