import type * as z from 'zod';
import type { Cursors } from '../reading/cursor.ts';
import type { FeedEvent } from './event.ts';
import { feedCursor } from './position.ts';
import { type FeedEntry, PAGE, type Place } from './read.ts';

/** How far a follower is in one feed. */
interface Progress {
  /** The last entry before those that are followed. */
  start: number;
  /** The last entry read from the table. */
  read: number;
  /** The last entry given to the reader. */
  delivered: number;
  /** Whether the table may hold more. */
  behind: boolean;
}

interface Entry extends FeedEntry {
  readonly feed: string;
}

interface Reader<Payload> {
  resolve(result: IteratorResult<FeedEvent<Payload>>): void;
}

export interface FollowerOptions<Payload> {
  readonly feeds: readonly string[];
  readonly payload: z.ZodType<Payload>;
  readonly cursors: Cursors;
  /** Its reader waits, and the table may hold more. */
  readonly onWaiting: () => void;
  readonly onEnd: () => void;
  /** An entry that its schema refuses; the reader goes on behind it. */
  readonly onUnreadable: (entry: FeedEntry & { readonly feed: string }, error: unknown) => void;
}

/**
 * One reader's stream. It holds a page at most of each feed and asks for the next one when its reader has nothing left.
 * It is no generator: `return` of a generator would wait for the next entry.
 */
export class Follower<Payload = unknown> implements AsyncIterableIterator<FeedEvent<Payload>> {
  readonly #options: FollowerOptions<Payload>;
  readonly #progress: Map<string, Progress>;
  #entries: Entry[] = [];
  #readers: Reader<Payload>[] = [];
  #ended = false;

  constructor(options: FollowerOptions<Payload>) {
    this.#options = options;
    this.#progress = new Map(options.feeds.map((feed) => [feed, { start: 0, read: 0, delivered: 0, behind: false }]));
  }

  get feeds(): Iterable<string> {
    return this.#progress.keys();
  }

  /** Is right once `startAt` was called for every feed. */
  get startCursor(): string {
    return this.#cursor('start');
  }

  /** Goes on behind `seq`; `behind` when there may be entries already. */
  startAt(feed: string, seq: number, behind: boolean): void {
    const progress = this.#progressIn(feed);
    progress.start = progress.read = progress.delivered = seq;
    progress.behind ||= behind;
  }

  /** The feed has grown, up to `head` where that is known. */
  noteGrowth(feed: string, head = Infinity): void {
    const progress = this.#progressIn(feed);
    if (head <= progress.read) return;
    progress.behind = true;
    this.#askForMore();
  }

  /** What to read for it now; the answer comes by `take`. */
  wants(): Place[] {
    if (!this.#isWaiting()) return [];
    const behind = [...this.#progress].filter(([, progress]) => progress.behind);
    return behind.map(([feed, progress]) => {
      progress.behind = false;
      return { feed, after: progress.read };
    });
  }

  take(pages: readonly { readonly feed: string; readonly entries: readonly FeedEntry[] }[]): void {
    if (this.#ended) return;
    for (const { feed, entries } of pages) {
      const progress = this.#progressIn(feed);
      progress.read = entries.at(-1)?.seq ?? progress.read;
      if (entries.length === PAGE) progress.behind = true;
    }
    this.#entries.push(...inOrderOfTime(pages));
    this.#serve();
  }

  next(): Promise<IteratorResult<FeedEvent<Payload>>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#readers.push({ resolve });
      this.#serve();
    });
  }

  async return(): Promise<IteratorResult<FeedEvent<Payload>>> {
    this.end();
    return { done: true, value: undefined };
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#entries = [];
    for (const reader of this.#readers.splice(0)) reader.resolve({ done: true, value: undefined });
    this.#options.onEnd();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #serve(): void {
    while (this.#readers.length > 0 && this.#entries.length > 0) {
      const entry = this.#entries.shift();
      if (entry) this.#deliver(entry);
    }
    this.#askForMore();
  }

  #deliver(entry: Entry): void {
    const { feed, seq, payload, occurredAt } = entry;
    const read = this.#options.payload.safeParse(payload);
    this.#progressIn(feed).delivered = seq;
    if (!read.success) return this.#options.onUnreadable(entry, read.error);
    this.#readers
      .shift()
      ?.resolve({ done: false, value: { cursor: this.#cursor('delivered'), feed, seq, payload: read.data, occurredAt } });
  }

  #cursor(at: 'start' | 'delivered'): string {
    return feedCursor(this.#options.cursors, Object.fromEntries([...this.#progress].map(([feed, progress]) => [feed, progress[at]])));
  }

  #askForMore(): void {
    if (this.#isWaiting() && [...this.#progress.values()].some(({ behind }) => behind)) this.#options.onWaiting();
  }

  #isWaiting(): boolean {
    return !this.#ended && this.#readers.length > 0 && this.#entries.length === 0;
  }

  #progressIn(feed: string): Progress {
    const progress = this.#progress.get(feed);
    if (!progress) throw new Error(`The feed ${feed} is not followed here.`);
    return progress;
  }
}

/** Entries of several feeds, oldest first, each feed in its own order: its times may differ from it a little. */
function inOrderOfTime(pages: readonly { readonly feed: string; readonly entries: readonly FeedEntry[] }[]): Entry[] {
  const entries = pages.flatMap(({ feed, entries }) => {
    let latest = '';
    return entries.map((entry) => ({ entry: { ...entry, feed }, at: (latest = entry.occurredAt > latest ? entry.occurredAt : latest) }));
  });
  if (pages.length > 1) entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return entries.map(({ entry }) => entry);
}
