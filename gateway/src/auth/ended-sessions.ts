import { every, type Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import * as z from 'zod';
import type { AskPrivately } from '../links/ask-privately.ts';

/** Calls `ended` when the session ends, at once where it has; the returned function cancels that. */
export type WhenEnded = (sessionId: string, ended: () => void) => () => void;

/** Where nobody is signed in. */
export const sessionsNeverEnd: WhenEnded = () => () => {};

const PATH = '/sessions/ended';
const LOOK_EVERY_MS = 1_000;
/** An end is committed after the instant that it bears, and the clocks of replicas differ. */
const OVERLAP_MS = 60_000;

const Ended = z.object({ id: z.string(), endedAt: z.number(), tokensEndAt: z.number() });
const Page = z.object({ sessions: z.array(Ended), hasMore: z.boolean() });

/**
 * The sessions that were ended although there are tokens of theirs: people signed out, somebody came with a spent refresh
 * token, an account was suspended. Known about a second later; while their owner is down, tokens are good until they run out.
 */
export class EndedSessions implements Stoppable {
  readonly #ask: AskPrivately;
  readonly #looking: Stoppable;
  readonly #log: Logger;
  /** Of the request that is under way: a signal that lived as long as the gateway would keep every request in memory. */
  #asking = new AbortController();
  /** By session, in the order in which they ended: until when it has to be known. */
  readonly #known = new Map<string, number>();
  readonly #awaited = new Map<string, Set<() => void>>();
  #lastEndedAt = 0;
  #fails = false;

  constructor(ask: AskPrivately, log: Logger) {
    this.#ask = ask;
    this.#log = log;
    this.#looking = every(LOOK_EVERY_MS, log, () => this.#tryToLook());
  }

  has(sessionId: string): boolean {
    return this.#known.has(sessionId);
  }

  readonly whenEnded: WhenEnded = (sessionId, ended) => {
    if (this.has(sessionId)) ended();
    const waiting = this.#awaited.get(sessionId) ?? new Set();
    this.#awaited.set(sessionId, waiting.add(ended));
    return () => {
      waiting.delete(ended);
      if (waiting.size === 0) this.#awaited.delete(sessionId);
    };
  };

  stop(): Promise<void> {
    this.#asking.abort();
    return this.#looking.stop();
  }

  /** Says once that it does not work, until it has worked again. */
  async #tryToLook(): Promise<void> {
    try {
      await this.#look();
      this.#fails = false;
    } catch (error) {
      if (!this.#fails && !this.#asking.signal.aborted)
        this.#log.warn({ err: error }, 'Which sessions were ended cannot be learnt; their tokens are good until they run out.');
      this.#fails = true;
    }
  }

  async #look(): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    let after = Math.max(0, this.#lastEndedAt - OVERLAP_MS);
    for (let hasMore = true; hasMore;) {
      const page = Page.parse(await this.#ask(PATH, { search: { after: String(after) }, signal }));
      for (const session of page.sessions) this.#end(session);
      after = page.sessions.at(-1)?.endedAt ?? after;
      hasMore = page.hasMore;
    }
    for (const [id, until] of this.#known) {
      if (until > Date.now()) break;
      this.#known.delete(id);
    }
  }

  #end({ id, endedAt, tokensEndAt }: z.output<typeof Ended>): void {
    this.#lastEndedAt = Math.max(this.#lastEndedAt, endedAt);
    if (this.has(id)) return;
    this.#known.set(id, tokensEndAt);
    for (const ended of this.#awaited.get(id) ?? []) ended();
  }
}
