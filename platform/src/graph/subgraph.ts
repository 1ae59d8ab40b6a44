import { createSourceEventStream, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { acceptedLanguages } from '../input/accept-language.ts';
import type { BaseContext } from './base-context.ts';
import type { ReadCache } from '../caching/read-cache.ts';
import { noteSize, sizeOf } from './compiled/answer-size.ts';
import type { OperationArgs } from './compiled/compile-operation.ts';
import type { Database } from '../database/database.ts';
import { createEdgeErrors } from './edge-errors.ts';
import { guardMutations, type MutationGuard } from './guard-mutations.ts';
import { guardRoles } from './guard-roles.ts';
import { type Identity, SIGNED_IN } from '../security/identity.ts';
import { SESSION_TOKENS } from '../security/session-tokens.ts';
import type { Logger } from '../observe/logging.ts';
import { mapAsync } from '../live/map-async.ts';
import { operationSeconds } from '../observe/metrics.ts';
import { type Operation, operationCache } from './operation-cache.ts';
import { type ResolverModules, resolvedSchema } from './resolved-schema.ts';
import { languageIn } from '../input/sentence.ts';
import { type LiveStream, withStartCursor } from '../live/start-cursor.ts';
import { traced } from '../observe/trace.ts';

export type { BaseContext };

/** One operation for one subgraph, as the gateway sends it. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly identity: Identity;
  /** The client's `Idempotency-Key` header. */
  readonly idempotencyKey?: string | undefined;
  readonly acceptLanguage?: string | undefined;
  /** What the client's browser or app calls itself; the gateway sends it with mutations. */
  readonly userAgent?: string | undefined;
  /** See `BaseContext`; absent where the gateway can keep none. */
  readonly refreshToken?: string | undefined;
  readonly traceparent?: string | undefined;
  /** Whether a subscription shall tell its start cursor before its events, where it has one; see `withStartCursor`. */
  readonly wantsStart?: boolean | undefined;
}

/** A graph that can be asked in process. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface SubgraphOptions<Context extends BaseContext> extends Omit<MutationGuard<Context>, 'onUndescribedCode'> {
  /** For tests, which fail then; without it the log has it. */
  readonly onUndescribedCode?: MutationGuard<Context>['onUndescribedCode'] | undefined;
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: ResolverModules;
  readonly context: (base: BaseContext) => Context;
  readonly database: Pick<Database, 'fork' | 'orm'>;
  /** What everybody asks is kept there; nothing is where absent. */
  readonly cache?: ReadCache | undefined;
  readonly log: Logger;
  /** Memory for the operations that are remembered, about. */
  readonly operationCacheBytes: number;
  /** How large an answer may be; a larger one ends while it is made. */
  readonly maxAnswerBytes: number;
}

/** Builds a subgraph; roles, idempotency and errors are seen to here, so that no resolver can forget them. */
export function createSubgraph<Context extends BaseContext>(options: SubgraphOptions<Context>): Subgraph {
  const { name } = options;
  const schema = resolvedSchema(name, options.sdl, options.resolvers);
  const logUndescribedCode = (mutation: string, code: string) =>
    options.log.error({ mutation, code }, 'A mutation answers a code that its description does not name.');
  guardMutations(schema, { ...options, onUndescribedCode: options.onUndescribedCode ?? logUndescribedCode });
  guardRoles(schema);
  const edgeErrors = createEdgeErrors(options);
  const operationOf = operationCache(schema, {
    maxBytes: options.operationCacheBytes,
    maxAnswerBytes: options.maxAnswerBytes,
    service: name,
  });

  const contextOf = (
    { identity, acceptLanguage, userAgent, refreshToken, idempotencyKey }: SubgraphRequest,
    { isMutation, isQuery }: Operation,
  ) =>
    options.context({
      actor: identity.actor,
      ip: identity.ip,
      userAgent: userAgent ?? null,
      refreshToken: refreshToken ?? null,
      languages: acceptedLanguages(acceptLanguage),
      language: languageIn(acceptLanguage),
      idempotencyKey: idempotencyKey ?? null,
      em: isMutation ? options.database.fork() : options.database.orm.em,
      cache: isQuery ? options.cache : undefined,
    });
  const finish = (result: ExecutionResult): ExecutionResult =>
    result.errors ? noteSize({ ...result, errors: edgeErrors(result.errors) }, sizeOf(result)) : result;
  const argsOf = (request: SubgraphRequest, contextValue: Context): OperationArgs => ({
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue,
  });

  const seconds = operationSeconds.of({ service: name });
  return {
    schema,
    execute: (request) =>
      traced(
        request.traceparent,
        async () => {
          const begun = performance.now();
          try {
            const operation = operationOf(request.query);
            if ('errors' in operation) return operation;
            const context = contextOf(request, operation);
            const result = finish(await operation.run(argsOf(request, context)));
            return tellingGateway(result, request, context);
          } finally {
            seconds.observe((performance.now() - begun) / 1000);
          }
        },
        request.identity.actor?.id,
      ),
    subscribe: (request) =>
      traced(request.traceparent, async () => {
        const operation = operationOf(request.query);
        if ('errors' in operation) return operation;
        const source = await createSourceEventStream({
          schema,
          document: operation.document,
          ...argsOf(request, contextOf(request, operation)),
        });
        if (!(Symbol.asyncIterator in source)) return finish(source);
        const events: LiveStream<unknown> = source[Symbol.asyncIterator]();
        const results = mapAsync(events, async (event) =>
          traced(request.traceparent, async () =>
            finish(await operation.run({ ...argsOf(request, contextOf(request, operation)), rootValue: event })),
          ),
        );
        return request.wantsStart ? withStartCursor(results) : results;
      }),
  };
}

/** Adds what has become of the session of whoever asks. */
function tellingGateway(result: ExecutionResult, { identity }: SubgraphRequest, { actor, sessionTokens }: BaseContext): ExecutionResult {
  if (actor === identity.actor && sessionTokens === undefined) return result;
  const signedIn = actor !== identity.actor && { [SIGNED_IN]: actor };
  const tokens = sessionTokens !== undefined && { [SESSION_TOKENS]: sessionTokens };
  return noteSize({ ...result, extensions: { ...result.extensions, ...signedIn, ...tokens } }, sizeOf(result));
}
