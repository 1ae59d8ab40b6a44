import type { QueryPlannerConfig } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { liftLiterals } from './operation/lift-literals.ts';
import { normalisedKey } from './operation/normalised-key.ts';
import { operationOf } from './operation/operation-of.ts';
import type { PlannedOperation } from './plan/planned.ts';
import { Planner } from './plan/planner.ts';
import { compileResponse } from './response/compile.ts';
import { compileIntrospection } from './response/introspection.ts';
import type { ResponseWriter } from './response/response.ts';
import { RecentlyUsed } from './recently-used.ts';
import { compilePlan } from './run/compile.ts';
import type { Running, Step } from './run/request.ts';
import type {
  CompiledOperation,
  ExecutionAnswer,
  ExecutionAnswerText,
  PrimaryOperation,
  Send,
  SubgraphAnswer,
  Variables,
} from './types.ts';

export interface ExecutorOptions<Context> {
  /** What composition made of the subgraphs; the constructor throws where it is no supergraph. */
  readonly supergraphSdl: string;
  readonly send: Send<Context>;
  /** Whether fetches of one subgraph that could run at the same time become one request; true where absent. */
  readonly mergeFetches?: boolean;
  /** How many compiled operations are kept; 1,000 where absent. */
  readonly maxOperations?: number;
  readonly plannerConfig?: QueryPlannerConfig;
}

export interface ExecuteOptions {
  /** Ends the execution: subgraphs are told, and the answer is an error. */
  readonly signal?: AbortSignal | undefined;
  /** An event, which answers the primary operation of a subscription. */
  readonly firstAnswer?: SubgraphAnswer;
}

const MOST_OPERATIONS = 1_000;

/** What all operations that differ only in the literals of their arguments are compiled to. */
interface Template<Context> {
  readonly primary: PrimaryOperation | null;
  readonly run: Step<Context>;
  readonly response: ResponseWriter;
  /** Answers `__schema` and `__type`; null where the operation has neither. */
  readonly introspect: ((variables: Variables) => ExecutionAnswer) | null;
}

interface Compiled<Context> {
  readonly template: Template<Context>;
  /** The operation's own literals; they come before what a client sends under these names. */
  readonly literals: Variables | null;
}

/** The fetches of a request, done; or why none was made. */
type Done<Context> =
  | { readonly refused: ExecutionAnswer }
  | { readonly refused?: undefined; readonly running: Running<Context>; readonly response: ResponseWriter };

/**
 * Runs operations on the subgraphs of one supergraph by the plans of @apollo/query-planner. An operation is planned and
 * compiled once; a request then runs generated code.
 */
export class Executor<Context = unknown> {
  /** The API schema: what clients see, for validation. */
  readonly schema: GraphQLSchema;
  readonly #planner: Planner;
  readonly #send: Send<Context>;
  readonly #mergesFetches: boolean;
  readonly #templates: RecentlyUsed<string, Template<Context>>;
  /** Spares a known document from being printed for its key. */
  readonly #byDocument = new WeakMap<DocumentNode, Map<string | null, CompiledOperation>>();
  readonly #compiled = new WeakMap<CompiledOperation, Compiled<Context>>();

  constructor({ supergraphSdl, send, mergeFetches = true, maxOperations = MOST_OPERATIONS, plannerConfig }: ExecutorOptions<Context>) {
    this.#planner = new Planner(supergraphSdl, plannerConfig);
    this.#send = send;
    this.#mergesFetches = mergeFetches;
    this.#templates = new RecentlyUsed(maxOperations);
    this.schema = this.#planner.schema;
  }

  /** What is kept, the most recently used last, as documents that `warm` of a successor takes. */
  get documents(): readonly DocumentNode[] {
    return [...this.#templates.keys()].map((text) => parse(text, { noLocation: true }));
  }

  /**
   * Plans and compiles an operation, or finds what was made of an equal one. The document must be valid by `schema`. Throws
   * a `GraphQLError` where there is no such operation or no way to answer it.
   */
  compile(document: DocumentNode, operationName: string | null = null): CompiledOperation {
    const known = this.#byDocument.get(document) ?? new Map<string | null, CompiledOperation>();
    const compiled = known.get(operationName) ?? this.#prepare(document, operationName);
    this.#byDocument.set(document, known.set(operationName, compiled));
    return compiled;
  }

  /** Compiles documents of one operation, as far as they are valid: for example the `documents` of a predecessor. */
  warm(documents: Iterable<DocumentNode>): void {
    for (const document of documents) {
      if (validate(this.schema, document).length > 0) continue;
      try {
        this.compile(document);
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error; // refused again, with its reason, when a client asks for it
      }
    }
  }

  /** Never rejects: what a client, a subgraph or `send` does wrong is an error of the answer. */
  async execute(
    operation: CompiledOperation,
    variables: Variables | null | undefined,
    context: Context,
    options?: ExecuteOptions,
  ): Promise<ExecutionAnswer> {
    const done = await this.#run(operation, variables, context, options);
    if (done.refused) return done.refused;
    const { running, response } = done;
    const { value, invalid } = response.toValue(running.data, running.coerced);
    return withErrors(value, running, response, invalid);
  }

  /** The same, with `data` as JSON text. */
  async executeToText(
    operation: CompiledOperation,
    variables: Variables | null | undefined,
    context: Context,
    options?: ExecuteOptions,
  ): Promise<ExecutionAnswerText> {
    const done = await this.#run(operation, variables, context, options);
    if (done.refused) return asText(done.refused);
    const { running, response } = done;
    const { text, invalid } = response.toText(running.data, running.coerced, running.shared, running.escapeFree);
    return withErrors(text, running, response, invalid);
  }

  #prepare(document: DocumentNode, operationName: string | null): CompiledOperation {
    const operation = operationOf(document, operationName);
    const isLive = operation.operation === 'subscription';
    const lifted = isLive ? { document, operation, values: {} } : liftLiterals(this.schema, document, operation);
    const template = this.#templateOf(normalisedKey(lifted.document, lifted.operation));
    const compiled = { type: operation.operation, document, operation, primary: template.primary };
    this.#compiled.set(compiled, { template, literals: Object.keys(lifted.values).length > 0 ? lifted.values : null });
    return compiled;
  }

  /** Is made from the text alone, so that nothing of the client's document, whose tokens are large, is kept. */
  #templateOf(text: string): Template<Context> {
    const known = this.#templates.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    const planned = this.#planner.plan(document, operationOf(document));
    const { pathNames } = planned;
    const template = {
      primary: primaryOf(planned),
      run: compilePlan({ schema: this.#planner.fullSchema, send: this.#send, pathNames }, planned, this.#mergesFetches),
      response: compileResponse(this.schema, planned),
      introspect: compileIntrospection(this.schema, planned),
    };
    this.#templates.set(text, template);
    return template;
  }

  async #run(
    operation: CompiledOperation,
    given: Variables | null | undefined,
    context: Context,
    { signal, firstAnswer }: ExecuteOptions = {},
  ): Promise<Done<Context>> {
    const compiled = this.#compiled.get(operation);
    if (!compiled) throw new TypeError('The operation was compiled by another executor.');
    const { template, literals } = compiled;
    const { coerced, errors } = coercedVariables(this.schema, operation, given ?? {});
    if (errors) return { refused: { errors: errors.map((error) => error.toJSON()) } };

    const variables = literals ? { ...given, ...literals } : (given ?? {});
    const running: Running<Context> = {
      variables,
      coerced,
      context,
      signal,
      firstAnswer,
      data: {},
      errors: null,
      escapeFree: true,
      shared: null,
      unified: [],
      known: [],
    };
    const introspected = template.introspect?.(variables);
    if (introspected) {
      Object.assign(running.data, introspected.data);
      if (introspected.errors) running.errors = [...introspected.errors];
    }
    const run = Promise.resolve(template.run(running));
    if (signal && (await isCancelled(signal, run))) return { refused: CANCELLED };
    await run;
    return { running, response: template.response };
  }
}

const CANCELLED: ExecutionAnswer = { data: null, errors: [{ message: 'The operation was cancelled.', extensions: { code: 'CANCELLED' } }] };

const NO_VARIABLES = { coerced: {}, errors: undefined };

function coercedVariables(schema: GraphQLSchema, { operation }: CompiledOperation, variables: Variables) {
  const definitions = operation.variableDefinitions ?? [];
  return definitions.length > 0 ? getVariableValues(schema, definitions, variables) : NO_VARIABLES;
}

/** Resolves as soon as either is true; what `run` still does then is nobody's. */
async function isCancelled(signal: AbortSignal, run: Promise<unknown>): Promise<boolean> {
  if (signal.aborted) return true;
  const cancelled = Promise.withResolvers<boolean>();
  const cancel = () => cancelled.resolve(true);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([cancelled.promise, run.then(() => signal.aborted)]);
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

function primaryOf({ primary }: PlannedOperation): PrimaryOperation | null {
  if (!primary) return null;
  const { serviceName: service, operation: query, operationName, variableUsages } = primary;
  return { service, query, operationName, variableUsages };
}
