import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@agora/platform/logging';
import type { SubgraphRequest } from '@agora/platform/subgraph';
import { GraphQLError } from 'graphql';
import { unavailable } from '../data-source.ts';
import { type Answer, isStream, type SubgraphLink } from '../links/link.ts';
import { resumedSubscriptions } from '../metrics.ts';
import type { LivePlan } from './plan.ts';

export interface SourceOptions {
  readonly link: SubgraphLink;
  readonly plan: LivePlan;
  /** Made anew for each attempt. */
  readonly request: () => Omit<SubgraphRequest, 'query'>;
  /** How long a lost subgraph is waited for. */
  readonly resumeMs: number;
  readonly log: Logger;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * The events of one live operation, from the subgraph that owns its root field. When that is lost, the stream is taken up
 * again behind the last event that was seen, without loss or repeat. Where no cursor is known yet, or the subgraph stays
 * away too long, it rejects with SUBGRAPH_UNAVAILABLE: a client must never believe that nothing happened.
 *
 * The subgraph is asked for the next event only when the reader asks for it.
 */
export class LiveSource implements AsyncIterator<Answer> {
  readonly #options: SourceOptions;
  readonly #ended = new AbortController();
  #stream: AsyncIterator<Answer> | null = null;
  #cursor: string | null;
  #lostAt: number | null = null;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(options: SourceOptions) {
    this.#options = options;
    this.#cursor = options.plan.resumable?.after(options.request().variables ?? {}) ?? null;
  }

  /** Resolves when the subgraph streams; a refusal is thrown. */
  async open(): Promise<void> {
    while (!this.#stream && !this.#ended.signal.aborted) await this.#attempt(() => this.#connect());
  }

  async next(): Promise<IteratorResult<Answer>> {
    for (;;) {
      await this.open();
      const stream = this.#stream;
      if (!stream) return { done: true, value: undefined };
      const event = await this.#attempt(() => stream.next());
      if (this.#ended.signal.aborted) return { done: true, value: undefined };
      if (event?.done && !this.#options.plan.resumable) return event;
      if (event?.done) await this.#lose(new Error('The subgraph ended the stream.'));
      else if (event && (await this.#take(event.value))) return event;
    }
  }

  async return(): Promise<IteratorResult<Answer>> {
    this.#ended.abort();
    await this.#stream?.return?.();
    return { done: true, value: undefined };
  }
}
