import { setTimeout as pause } from 'node:timers/promises';
import type { SubgraphAnswer } from '@agora/executor';
import { messageOf } from '@agora/platform/errors';
import type { Logger } from '@agora/platform/observe/logging';
import { startCursorIn } from '@agora/platform/live/start-cursor';
import type { SubgraphRequest } from '@agora/platform/graph/subgraph';
import { GraphQLError } from 'graphql';
import type { ErrorPolicy } from '../errors/policy.ts';
import { TooLarge } from '../links/too-large.ts';
import { Overflow } from '../links/event-queue.ts';
import { isStream, type SubgraphLink } from '../links/link.ts';
import { overflowedStreams, resumedSubscriptions } from '../metrics.ts';
import type { LivePlan } from './plan.ts';

export interface LiveSourceOptions {
  readonly link: SubgraphLink;
  readonly plan: LivePlan;
  /** Who asks, with which variables; the plan says what. */
  readonly request: Omit<SubgraphRequest, 'query'>;
  readonly errorPolicy: ErrorPolicy;
  /** How long a lost subgraph is waited for. */
  readonly resumeMs: number;
  readonly log: Logger;
  /** Is called once, at most: what happens from then on is not missed. Of a stream without cursors only its opening is known. */
  readonly onBegin: () => void;
  /** Is called once, however the stream ends. */
  readonly onEnd: () => void;
}

const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 2_000;
/** A stream that held this long was a good one: its loss begins a new wait. */
const STABLE_MS = 5_000;
/** What a subgraph says when trying again may help. */
const PASSING = new Set([undefined, 'INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE']);

const END: IteratorResult<SubgraphAnswer> = { done: true, value: undefined };

/**
 * The events of one live operation, from the subgraph that owns its root field, asked for only as the reader takes them.
 *
 * A lost stream is taken up again behind the last event that was seen, or where it began, so that none is lost or
 * repeated. Where no cursor is known, or the subgraph stays away too long, the reader gets SUBGRAPH_UNAVAILABLE: it must
 * never believe that nothing happened. A reader that falls behind goes on from its cursor, too, as soon as it has read what
 * waits; only where there is none it gets SUBSCRIPTION_OVERFLOW. `return()` releases the subgraph and a waiting reader at once.
 */
export class LiveSource implements AsyncIterator<SubgraphAnswer> {
  readonly #options: LiveSourceOptions;
  readonly #ended = new AbortController();
  #stream: AsyncIterator<SubgraphAnswer> | null = null;
  #releaseReader = () => {};
  /** Where to go on; null is from now on. */
  #cursor: string | null;
  #hasBegun = false;
  #openedAt = 0;
  #lostAt: number | null = null;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(options: LiveSourceOptions) {
    this.#options = options;
    this.#cursor = options.plan.resumable?.after(options.request.variables ?? {}) ?? null;
  }

  next(): Promise<IteratorResult<SubgraphAnswer>> {
    const released = new Promise<IteratorResult<SubgraphAnswer>>((resolve) => {
      this.#releaseReader = () => resolve(END);
    });
    return Promise.race([released, this.#pull()]);
  }

  async return(): Promise<IteratorResult<SubgraphAnswer>> {
    this.#end();
    this.#releaseReader();
    this.#dropStream();
    return END;
  }

  async #pull(): Promise<IteratorResult<SubgraphAnswer>> {
    while (!this.#ended.signal.aborted) {
      try {
        const event = await this.#nextEvent();
        if (event) return { done: false, value: event };
        this.#end();
      } catch (error) {
        if (this.#ended.signal.aborted) break;
        await this.#recover(error);
      }
    }
    return END;
  }

  /** Null when nothing more comes; throws a `Refused` or whatever broke the stream. */
  async #nextEvent(): Promise<SubgraphAnswer | null> {
    this.#stream ??= await this.#open();
    if (this.#ended.signal.aborted) return this.#dropStream();
    if (this.#cursor !== null || !this.#options.plan.resumable) this.#begin();
    const { done, value } = await this.#stream.next();
    if (this.#ended.signal.aborted) return null;
    if (done && this.#options.plan.resumable) throw new Error('The subgraph ended the stream.');
    if (done) return null;
    const start = startCursorIn(value);
    if (start !== null) {
      this.#cursor = start;
      return this.#nextEvent();
    }
    if (value.data === undefined) throw new Refused(value, this.#options.link.name);
    this.#cursor = this.#options.plan.resumable?.cursorOf(value.data) ?? this.#cursor;
    this.#lostAt = null;
    this.#pauseMs = FIRST_PAUSE_MS;
    return value;
  }

  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#options.onBegin();
  }

  async #open(): Promise<AsyncIterator<SubgraphAnswer>> {
    const { link, request } = this.#options;
    const stream = await link.subscribe({ ...request, ...this.#operation() });
    if (!isStream(stream)) throw new Refused(stream, link.name);
    if (this.#lostAt !== null) resumedSubscriptions.inc({ subgraph: link.name });
    this.#openedAt = Date.now();
    return stream;
  }

  #operation(): Pick<SubgraphRequest, 'query' | 'variables' | 'operationName' | 'wantsStart'> {
    const { primary, resumable } = this.#options.plan;
    const variables = onlyUsed(this.#options.request.variables, primary.variableUsages);
    const { operationName } = primary;
    if (!resumable) return { query: primary.query, variables, operationName };
    if (this.#cursor === null) return { query: resumable.query, variables, operationName, wantsStart: true };
    return { query: resumable.resumeQuery, variables: resumable.resumeVariables(variables, this.#cursor), operationName };
  }

  /** Resolves when it is time to try again; throws what ends the subscription. */
  async #recover(error: unknown): Promise<void> {
    if (error instanceof Overflow && this.#cursor !== null) {
      overflowedStreams.inc({ subgraph: this.#options.link.name });
      this.#dropStream();
      return;
    }
    const end = this.#whyHopeless(error);
    if (end) {
      this.#end();
      throw end;
    }
    await pause(this.#pauseMs * (0.5 + Math.random()), undefined, { signal: this.#ended.signal }).catch(() => {});
    this.#pauseMs = Math.min(this.#pauseMs * 2, MAX_PAUSE_MS);
  }

  #whyHopeless(error: unknown): GraphQLError | null {
    const { link, log, plan, errorPolicy, resumeMs } = this.#options;
    const now = Date.now();
    if (this.#stream && now - this.#openedAt > STABLE_MS) this.#lostAt = null;
    this.#dropStream();
    this.#lostAt ??= now;
    const hopeless = !plan.resumable || this.#cursor === null;
    if (error instanceof Refused && (hopeless || !error.mayPass)) return error.toGraphQLError();
    if (error instanceof GraphQLError) return error;
    if (error instanceof TooLarge) return errorPolicy.tooLarge(link.name, error.message);
    if (error instanceof Overflow) return overflow(link.name);
    log.warn({ subgraph: link.name, reason: messageOf(error) }, 'A live stream of a subgraph was lost.');
    return hopeless || now - this.#lostAt >= resumeMs ? errorPolicy.unavailable(link.name) : null;
  }

  #dropStream(): null {
    void this.#stream?.return?.().catch(() => {});
    this.#stream = null;
    return null;
  }

  #end(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#options.onEnd();
  }
}

/** The subgraph answered with errors in place of a stream, or of the next event. */
class Refused extends Error {
  readonly #answer: SubgraphAnswer;
  readonly #subgraph: string;

  constructor(answer: SubgraphAnswer, subgraph: string) {
    super(answer.errors?.[0]?.message || 'The subgraph refused the subscription.');
    this.#answer = answer;
    this.#subgraph = subgraph;
  }

  get mayPass(): boolean {
    return this.#answer.errors?.some(({ extensions }) => PASSING.has(extensions?.['code'] as string | undefined)) ?? true;
  }

  toGraphQLError(): GraphQLError {
    const [error] = this.#answer.errors ?? [];
    return new GraphQLError(this.message, { path: error?.path, extensions: { ...error?.extensions, serviceName: this.#subgraph } });
  }
}

function overflow(subgraph: string): GraphQLError {
  return new GraphQLError('This client takes events more slowly than they happen, and nothing says where it could go on.', {
    extensions: { code: 'SUBSCRIPTION_OVERFLOW', subgraph },
  });
}

function onlyUsed(variables: Readonly<Record<string, unknown>> = {}, names: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
}
