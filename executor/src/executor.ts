import { setImmediate as pause } from 'node:timers/promises';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';
import { liftLiterals } from './operation/lift-literals.ts';
import { normalisedKey } from './operation/normalised-key.ts';
import { operationOf } from './operation/operation-of.ts';
import { eachFetch } from './plan/each-fetch.ts';
import type { PlannedOperation } from './plan/planned.ts';
import { type OperationPlanner, type PlanningAccount, threadCpuMs } from './plan/operation-planner.ts';
import { AnswerTooLarge } from './response/answer-too-large.ts';
import { compileResponse } from './response/compile.ts';
import { compileIntrospection } from './response/introspection.ts';
import type { ResponseWriter } from './response/response.ts';
import { compilePlan } from './run/compile.ts';
import type { Running, Step } from './run/request.ts';
import { SizedCache } from './sized-cache.ts';
import { drawnLabels } from './supergraph/override-labels.ts';
import type {
  CompiledOperation,
  ExecutionAnswer,
  ExecutionAnswerText,
  PrimaryOperation,
  Send,
  SubgraphAnswer,
  Variables,
} from './types.ts';
import { coerceVariables } from './variables.ts';

export interface ExecutorOptions<Context> {
  /** Of the supergraph that is served: a `Planner`, or a `PlannerThread`. It is stopped by whoever made it. */
  readonly planner: OperationPlanner;
  readonly send: Send<Context>;
  /** Whether fetches of one subgraph that could run at the same time become one request; true where absent. */
  readonly mergeFetches?: boolean;
  /** How much memory compiled operations may take, about; 64 MB where absent. Those that are used are kept. */
  readonly maxOperationBytes?: number;
  /**
   * How much subgraphs may answer for one operation, and how large its response may be; any size where absent. What grows
   * beyond ends at once, with QUERY_TOO_COSTLY and no data.
   */
  readonly maxAnswerBytes?: number;
}

export interface ExecuteOptions {
  /** Ends the execution: subgraphs are told, and the answer is an error. */
  readonly signal?: AbortSignal | undefined;
  /** An event, which answers the primary operation of a subscription. */
  readonly firstAnswer?: SubgraphAnswer;
}

const OPERATION_BYTES = 64 * 1024 * 1024;

/**
 * What a compiled operation holds once it has been run, measured on Node 24 with operations of 5 to 1,200 tokens: the plan,
 * functions and their code grow with the text of the operation and of the fetches that answer it.
 */
const TEMPLATE_BYTES = { each: 16_000, perCharacter: 60 };

const LABELS = '\n#';

/** Operations of one document whose compiled form is found by their names. */
const MAX_NAMES = 16;

/** What all operations that differ only in the literals of their arguments are compiled to. */
interface Template<Context> {
  readonly primary: PrimaryOperation | null;
  readonly run: Step<Context>;
  readonly response: ResponseWriter;
  /** Answers `__schema` and `__type`; null where the operation has neither. */
  readonly introspect: ((variables: Variables) => ExecutionAnswer) | null;
}

interface Compiled<Context> {
  /** What its template is kept under; it may have been given up, and is then made again. */
  readonly key: string;
  /** Of a document that `keep` was called for. */
  kept: Template<Context> | null;
  /** The operation's own literals; they come before what a client sends under these names. */
  readonly literals: Variables | null;
}

/** How an answer is given. */
interface AnswerForm<Answer> {
  /** What the fetches have brought, all of them done; throws `AnswerTooLarge`. */
  answered(running: Running<unknown>, response: ResponseWriter, maxBytes: number): Answer;
  /** What is no answer to the operation. */
  refused(answer: ExecutionAnswer): Answer;
}

/**
 * Runs operations on the subgraphs of one supergraph by the plans of @apollo/query-planner. An operation is planned and
 * compiled once; a request then runs generated code.
 */
export class Executor<Context = unknown> {
  /** The API schema: what clients see, for validation. */
  readonly schema: GraphQLSchema;
  readonly #planner: OperationPlanner;
  readonly #send: Send<Context>;
  readonly #mergesFetches: boolean;
  readonly #maxAnswerBytes: number;
  readonly #templates: SizedCache<Template<Context>>;
  /** Spares a known document from being printed for its key. */
  readonly #byDocument = new WeakMap<DocumentNode, Map<string | null, CompiledOperation>>();
  readonly #compiled = new WeakMap<CompiledOperation, Compiled<Context>>();

  constructor({
    planner,
    send,
    mergeFetches = true,
    maxOperationBytes = OPERATION_BYTES,
    maxAnswerBytes = Infinity,
  }: ExecutorOptions<Context>) {
    this.#planner = planner;
    this.#send = send;
    this.#mergesFetches = mergeFetches;
    this.#maxAnswerBytes = maxAnswerBytes;
    this.#templates = new SizedCache(maxOperationBytes);
    this.schema = this.#planner.schema;
  }

  /** What the compiled operations take, about. */
  get held(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#templates.size, bytes: this.#templates.bytes };
  }

  /**
   * Plans and compiles an operation, or finds what was made of an equal one. The document must be valid by `schema`. Fails with
   * a `GraphQLError` where there is no such operation or no way to answer it. Each call draws anew which `@override(label:)` hold.
   * What it takes is on `account`, unless it was planned for somebody else meanwhile.
   */
  compile(
    document: DocumentNode,
    operationName: string | null = null,
    account?: PlanningAccount,
  ): CompiledOperation | Promise<CompiledOperation> {
    const labels = this.#drawLabels();
    const name = labels === '' ? operationName : `${operationName ?? ''}${labels}`;
    const known = this.#byDocument.get(document)?.get(name);
    return known && this.#holdsTemplateOf(known) ? known : this.#prepare(document, operationName, name, labels, account);
  }

  /** Compiles an operation, and holds on to it for as long as the document lives, whatever else comes. */
  async keep(document: DocumentNode, operationName: string | null = null): Promise<void> {
    const compiled = this.#compiled.get(await this.compile(document, operationName));
    if (compiled) compiled.kept ??= await this.#templateOf(compiled.key);
  }

  /** Whether every operation that was compiled of this document would be run without compiling it again; false where none was. */
  holds(document: DocumentNode): boolean {
    const known = this.#byDocument.get(document);
    if (known === undefined) return false;
    for (const operation of known.values()) if (!this.#holdsTemplateOf(operation)) return false;
    return true;
  }

  /** Compiles what was used last of a predecessor, so many operations at most, as far as they are valid, until `signal` says no more. */
  async warm(predecessor: Executor<Context>, maxOperations: number, signal?: AbortSignal): Promise<void> {
    for (const text of predecessor.#templates.keys().slice(-maxOperations)) {
      await pause(); // what is not valid any more waits for no planner
      if (signal?.aborted) return;
      const document = parse(text, { noLocation: true });
      if (validate(this.schema, document).length > 0) continue;
      try {
        await this.compile(document);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error; // refused again, with its reason, when a client asks for it
      }
    }
  }

  /** Never rejects: what a client, a subgraph or `send` does wrong is an error of the answer. */
  execute(
    operation: CompiledOperation,
    variables: Variables | null | undefined,
    context: Context,
    options?: ExecuteOptions,
  ): Promise<ExecutionAnswer> {
    return this.#run(AS_VALUE, operation, variables, context, options);
  }

  /** The same, with `data` as JSON text. */
  executeToText(
    operation: CompiledOperation,
    variables: Variables | null | undefined,
    context: Context,
    options?: ExecuteOptions,
  ): Promise<ExecutionAnswerText> {
    return this.#run(AS_TEXT, operation, variables, context, options);
  }

  /** The labels that hold, as a comment at the end of what is planned; empty where the supergraph has none. */
  #drawLabels(): string {
    const { overrideLabels } = this.#planner;
    return overrideLabels.length === 0 ? '' : `${LABELS}${drawnLabels(overrideLabels).join()}`;
  }

  async #prepare(
    document: DocumentNode,
    operationName: string | null,
    name: string | null,
    labels: string,
    account?: PlanningAccount,
  ): Promise<CompiledOperation> {
    const begun = threadCpuMs();
    const operation = operationOf(document, operationName);
    const isLive = operation.operation === 'subscription';
    const lifted = isLive ? { document, operation, values: {} } : liftLiterals(this.schema, document, operation);
    const key = normalisedKey(lifted.document, lifted.operation) + labels;
    account?.spent(threadCpuMs() - begun);
    const { primary } = await this.#templateOf(key, account);
    const known = this.#byDocument.get(document) ?? new Map<string | null, CompiledOperation>();
    const compiled = known.get(name) ?? { type: operation.operation, document, operation, primary };
    this.#compiled.set(compiled, { key, kept: null, literals: Object.keys(lifted.values).length > 0 ? lifted.values : null });
    if (known.size < MAX_NAMES) this.#byDocument.set(document, known.set(name, compiled));
    return compiled;
  }

  #holdsTemplateOf(operation: CompiledOperation): boolean {
    const compiled = this.#compiled.get(operation);
    return compiled !== undefined && (compiled.kept !== null || this.#templates.has(compiled.key));
  }

  #templateOf(text: string, account?: PlanningAccount): Template<Context> | Promise<Template<Context>> {
    return this.#templates.get(text) ?? this.#makeTemplate(text, account);
  }

  /** Is made from the text alone, so that nothing of the client's document, whose tokens are large, is kept. */
  async #makeTemplate(text: string, account?: PlanningAccount): Promise<Template<Context>> {
    const labels = this.#planner.overrideLabels.length === 0 ? '' : text.slice(text.lastIndexOf(LABELS) + LABELS.length);
    const planned = await this.#planner.planText(text, labels.split(','), account);
    const made = this.#templates.get(text); // for another who waited for the same plan
    if (made) return made;
    const begun = threadCpuMs();
    const { pathNames } = planned;
    const template = {
      primary: primaryOf(planned),
      run: compilePlan({ schema: this.#planner.fullSchema, send: this.#send, pathNames }, planned, this.#mergesFetches),
      response: compileResponse(this.schema, planned),
      introspect: compileIntrospection(this.schema, planned),
    };
    account?.spent(threadCpuMs() - begun);
    this.#templates.set(text, template, TEMPLATE_BYTES.each + TEMPLATE_BYTES.perCharacter * (text.length + fetchedCharacters(planned)));
    return template;
  }

  async #run<Answer>(
    form: AnswerForm<Answer>,
    operation: CompiledOperation,
    given: Variables | null | undefined,
    context: Context,
    { signal, firstAnswer }: ExecuteOptions = {},
  ): Promise<Answer> {
    const compiled = this.#compiled.get(operation);
    if (!compiled) throw new TypeError('The operation was compiled by another executor.');
    const { key, kept, literals } = compiled;
    const template = kept ?? this.#templates.get(key) ?? (await this.#templateOf(key));
    const checked = coerceVariables(this.schema, operation.operation, given);
    if (checked.errors) return form.refused({ errors: checked.errors.map((error) => error.toJSON()) });

    const { coerced, sent } = checked;
    const variables = literals ? { ...sent, ...literals } : sent;
    const running: Running<Context> = {
      variables,
      coerced,
      context,
      signal,
      firstAnswer,
      data: {},
      errors: null,
      escapeFree: true,
      isAscii: template.introspect === null,
      bytesLeft: this.#maxAnswerBytes,
      shared: null,
      unified: [],
      known: [],
    };
    const introspected = template.introspect?.(variables);
    if (introspected) {
      Object.assign(running.data, introspected.data);
      if (introspected.errors) running.errors = [...introspected.errors];
    }
    const run = template.run(running);
    if (signal && (await isCancelled(signal, run))) return form.refused(CANCELLED);
    await run;
    const max = this.#maxAnswerBytes;
    if (running.bytesLeft < 0) return form.refused(tooLargeAnswer(max - running.bytesLeft, max));
    try {
      return form.answered(running, template.response, max);
    } catch (thrown) {
      if (!(thrown instanceof AnswerTooLarge)) throw thrown;
      return form.refused(tooLargeAnswer(thrown.bytes, max));
    }
  }
}

const AS_VALUE: AnswerForm<ExecutionAnswer> = {
  answered(running, response, maxBytes) {
    const { value, invalid } = response.toValue(running.data, running.coerced, maxBytes);
    return withErrors(value, running, response, invalid);
  },
  refused: (answer) => answer,
};

const AS_TEXT: AnswerForm<ExecutionAnswerText> = {
  answered(running, response, maxBytes) {
    const { data, coerced, shared, escapeFree, isAscii } = running;
    const { text, invalid } = response.toText(data, coerced, shared, escapeFree, maxBytes);
    if (!isAscii) checkBytes(text, maxBytes);
    const answer = withErrors(text, running, response, invalid);
    return isAscii ? { ...answer, isAscii } : answer;
  },
  refused: asText,
};

const CANCELLED: ExecutionAnswer = { data: null, errors: [{ message: 'The operation was cancelled.', extensions: { code: 'CANCELLED' } }] };

function tooLargeAnswer(bytes: number, limit: number): ExecutionAnswer {
  const message = `The answer is larger than ${limit} bytes. Shorter pages and fewer levels of them make it smaller.`;
  return { data: null, errors: [{ message, extensions: { code: 'QUERY_TOO_COSTLY', bytes, limit } }] };
}

/** A text was cut off by its characters; it has at most three times as many bytes. */
function checkBytes(text: string, max: number): void {
  if (text.length * 3 <= max) return;
  const bytes = Buffer.byteLength(text);
  if (bytes > max) throw new AnswerTooLarge(bytes);
}

/** Resolves as soon as either is true; what `run` still does then is nobody's. */
async function isCancelled(signal: AbortSignal, run: Promise<unknown> | undefined): Promise<boolean> {
  if (signal.aborted) return true;
  const cancelled = Promise.withResolvers<boolean>();
  const cancel = () => cancelled.resolve(true);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([cancelled.promise, Promise.resolve(run).then(() => signal.aborted)]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Faults of a value are told only where no subgraph has reported an error already: one fault, one error. */
function withErrors<Data>(
  data: Data,
  { data: tree, coerced, errors }: Running<unknown>,
  response: ResponseWriter,
  invalid: boolean,
): { readonly data: Data; readonly errors?: readonly GraphQLFormattedError[] } {
  const all = errors ?? (invalid ? response.explain(tree, coerced) : null);
  return all && all.length > 0 ? { data, errors: all } : { data };
}

function asText({ data, errors }: ExecutionAnswer): ExecutionAnswerText {
  return { ...(data !== undefined && { data: JSON.stringify(data) }), ...(errors && { errors }) };
}

function fetchedCharacters({ plan }: PlannedOperation): number {
  let characters = 0;
  eachFetch(plan, ({ operation }) => (characters += operation.length));
  return characters;
}

function primaryOf({ primary }: PlannedOperation): PrimaryOperation | null {
  if (!primary) return null;
  const { serviceName: service, operation: query, operationName, variableUsages } = primary;
  return { service, query, operationName, variableUsages };
}
