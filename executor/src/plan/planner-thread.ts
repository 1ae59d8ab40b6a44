import type { QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type OperationPlanner, type PlanningAccount } from './operation-planner.ts';
import type { PlannedOperation } from './planned.ts';
import { isPlanningFailure, planningFailed } from './planning-failed.ts';
import type { KeptPlans } from './kept-plans.ts';
import { PlanningThread, ThreadLost } from './planning-thread.ts';
import { errorOf, type PlanAnswer, type PlannerBeginning, type PlanRequest, type ThreadBegun } from './thread-messages.ts';
import { Turns } from './turns.ts';
import { SizedCache } from '../sized-cache.ts';
import { inSlices } from '../slices.ts';
import { buildSchemaOf } from '../supergraph/build-schema.ts';

export interface PlannerThreadOptions {
  readonly supergraphSdl: string;
  /** How long a thread may work on a document; it is refused then, and the thread begun anew. 2 s where absent. */
  readonly timeoutMs?: number;
  /** How long a thread may take to read the supergraph; it is ended then. 2 minutes where absent. */
  readonly beginTimeoutMs?: number;
  readonly config?: QueryPlannerConfig;
  /** Plans of this supergraph and `config`: what is there is not planned, and a thread is begun for the first document that is not. */
  readonly kept?: KeptPlans | undefined;
  /** Is told why a thread ended that nobody had stopped. */
  readonly onLost?: (reason: Error) => void;
}

/** What is not planned by then never is, or not for what it may cost. */
const TIMEOUT_MS = 2_000;

/** A document that a thread has died of twice is what it dies of. */
const MAX_ATTEMPTS = 2;

/** A request is looked at more than once on its way, and others wait for the same document; later it is tried again. */
const REFUSED_FOR_MS = 5_000;
const REFUSED_BYTES = 1024 * 1024;

const NOBODYS: PlanningAccount = { asker: '', refusal: () => null, spent: () => {}, lost: () => {} };

interface Job {
  readonly request: PlanRequest;
  /** All that wait for the same plan, this one among them until it has its own. */
  readonly alike: Set<Job>;
  readonly account: PlanningAccount;
  readonly resolve: (planned: PlannedOperation) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Plans in a thread of its own, so that neither a large supergraph that is read nor a document that takes long to plan holds up
 * whoever is answered in this one. Documents are planned one after the other, and askers take turns; what several wait for is planned
 * for all of them at the turn of the first. A thread that is lost is begun anew for what waits.
 */
export class PlannerThread implements OperationPlanner {
  readonly schema: GraphQLSchema;
  readonly fullSchema: GraphQLSchema;
  readonly overrideLabels: readonly string[];
  readonly #options: PlannerThreadOptions;
  readonly #waiting = new Turns<Job>();
  readonly #alike = new Map<string, Set<Job>>();
  readonly #refused = new SizedCache<{ readonly error: GraphQLError; readonly until: number }>(REFUSED_BYTES);
  /** Null where the next document has one begun. */
  #thread: PlanningThread | null;
  #isPlanning = false;
  #isRetired = false;
  #isStopped = false;

  /** Resolves when it can plan; rejects with what @apollo/gateway has against the supergraph. */
  static async open(options: PlannerThreadOptions): Promise<PlannerThread> {
    const known = await options.kept?.beginning();
    if (known) return PlannerThread.#made(options, null, known);
    const thread = beginThread(options);
    try {
      const beginning = beginningOf(await thread.begun);
      await options.kept?.keepBeginning(beginning);
      return await PlannerThread.#made(options, thread, beginning);
    } catch (error) {
      await thread.end();
      throw error;
    }
  }

  static async #made(options: PlannerThreadOptions, thread: PlanningThread | null, { sdl, overrideLabels }: PlannerBeginning) {
    const schema = await inSlices(buildSchemaOf(sdl.api));
    const fullSchema = await inSlices(buildSchemaOf(sdl.full));
    return new PlannerThread(options, thread, { schema, fullSchema, overrideLabels });
  }

  private constructor(
    options: PlannerThreadOptions,
    thread: PlanningThread | null,
    { schema, fullSchema, overrideLabels }: Pick<OperationPlanner, 'schema' | 'fullSchema' | 'overrideLabels'>,
  ) {
    this.#options = options;
    this.#thread = thread;
    this.schema = schema;
    this.fullSchema = fullSchema;
    this.overrideLabels = overrideLabels;
  }

  planText(text: string, overridden: readonly string[], account = NOBODYS): Promise<PlannedOperation> {
    return new Promise((resolve, reject) => {
      if (this.#isStopped) return reject(stopped());
      const request = { text, overridden };
      const key = keyOf(request);
      const alike = this.#alike.get(key) ?? new Set();
      const job = { request, account, alike, resolve, reject };
      this.#alike.set(key, alike.add(job));
      this.#waiting.add(account.asker, job);
      void this.#planAll();
    });
  }

  /** For one that is asked hardly ever from now on: it has a thread only while there is something to plan. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    await this.#planAll();
  }

  /** What is still to be planned is refused. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (let job = this.#waiting.next(); job; job = this.#waiting.next()) job.reject(stopped());
    await this.#thread?.end();
  }

  async #planAll(): Promise<void> {
    if (this.#isPlanning) return;
    this.#isPlanning = true;
    do {
      for (let job = this.#waiting.next(); job; job = this.#waiting.next()) await this.#settle(job);
      if (this.#isRetired) await this.#endThread();
    } while (!this.#waiting.isEmpty);
    this.#isPlanning = false;
  }

  /** What is refused to one, others are still asked for at their turns. */
  async #settle(job: Job): Promise<void> {
    const { account, alike } = job;
    const key = keyOf(job.request);
    if (!alike.has(job)) return;
    try {
      const refusal = this.#refusalOf(key) ?? account.refusal();
      if (refusal) throw refusal;
      const planned = await this.#plan(key, job);
      for (const { resolve } of alike) resolve(planned);
      alike.clear();
    } catch (error) {
      alike.delete(job);
      job.reject(error);
    }
    if (alike.size === 0) this.#alike.delete(key);
  }

  #refusalOf(key: string): GraphQLError | null {
    const refused = this.#refused.get(key);
    return refused && performance.now() < refused.until ? refused.error : null;
  }

  async #plan(key: string, { request, account }: Job): Promise<PlannedOperation> {
    const { kept } = this.#options;
    const known = await kept?.find(request);
    if (known) return known;
    try {
      const planned = plannedOf(await this.#ask(request, account));
      void kept?.keep(request, planned); // nobody waits for it; what goes wrong is told to whoever opened it
      return planned;
    } catch (error) {
      if (isPlanningFailure(error)) this.#refused.set(key, { error, until: performance.now() + REFUSED_FOR_MS }, 2 * key.length);
      throw error;
    }
  }

  /** A document on which a thread was lost is tried once more: it need not be what the thread died of. */
  async #ask(request: PlanRequest, account: PlanningAccount): Promise<PlanAnswer> {
    const { timeoutMs = TIMEOUT_MS, onLost } = this.#options;
    for (let attempt = 1; ; attempt++) {
      // The thread of a second attempt is begun for this document; that of a first would have been for any other.
      let begun = attempt === 1 ? NaN : performance.now();
      const thread = (this.#thread ??= beginThread(this.#options));
      try {
        beginningOf(await thread.begun);
        if (attempt === 1) begun = performance.now();
        const answer = await thread.plan(request, timeoutMs);
        account.spent(answer.cpuMs);
        return answer;
      } catch (error) {
        await this.#endThread();
        if (this.#isStopped) throw stopped();
        if (!(error instanceof ThreadLost)) throw error;
        onLost?.(error);
        if (error.late === 'beginning') throw error; // it is no document's fault
        if (begun) account.lost(performance.now() - begun);
        if (error.late === 'plan') throw planningFailed('This operation takes too long to plan.', error);
        if (attempt === MAX_ATTEMPTS) throw planningFailed('This operation cannot be planned.', error);
      }
    }
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.end();
  }
}

function keyOf({ text, overridden }: PlanRequest): string {
  return `${overridden.join()}\n${text}`;
}

function beginThread({ supergraphSdl, config = {}, beginTimeoutMs }: PlannerThreadOptions): PlanningThread {
  return new PlanningThread({ supergraphSdl, config }, beginTimeoutMs);
}

function beginningOf(begun: ThreadBegun) {
  if ('failed' in begun) throw errorOf(begun.failed);
  return begun;
}

function plannedOf(answer: PlanAnswer): PlannedOperation {
  if ('planned' in answer) return answer.planned;
  if ('failed' in answer) throw errorOf(answer.failed);
  const { message, code, cause } = answer.refused;
  throw new GraphQLError(message, { extensions: { code }, originalError: cause && errorOf(cause) });
}

function stopped(): GraphQLError {
  return planningFailed('Nothing is planned any more.');
}
