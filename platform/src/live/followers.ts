import type { Follower } from './follower.ts';

/** Everybody who follows a feed in this process. */
export class Followers {
  readonly #byFeed = new Map<string, Set<Follower>>();
  readonly #all = new Set<Follower>();

  get feeds(): string[] {
    return [...this.#byFeed.keys()];
  }

  add(follower: Follower): void {
    this.#all.add(follower);
    for (const feed of follower.feeds) {
      const set = this.#byFeed.get(feed);
      if (set) set.add(follower);
      else this.#byFeed.set(feed, new Set([follower]));
    }
  }

  remove(follower: Follower): void {
    this.#all.delete(follower);
    for (const feed of follower.feeds) {
      const set = this.#byFeed.get(feed);
      set?.delete(follower);
      if (set?.size === 0) this.#byFeed.delete(feed);
    }
  }

  noteGrowth(feed: string, head?: number): void {
    for (const follower of this.#byFeed.get(feed) ?? []) follower.noteGrowth(feed, head);
  }

  endAll(): void {
    for (const follower of [...this.#all]) follower.end();
  }
}
