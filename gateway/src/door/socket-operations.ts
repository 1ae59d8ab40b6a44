import { asGraphQLError as asToldError } from '@agora/executor/apollo-server';
import { traced } from '@agora/platform/observe/trace';
import type { ApolloServer } from '@apollo/server';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FormattedExecutionResult, SubscribePayload } from 'graphql-ws';
import type { Admission, Admit, Asked, OperationCost } from '../admission/admit.ts';
import { asksForCost } from '../admission/asks-for-cost.ts';
import type { Barred } from '../admission/barred.ts';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import { Cancellation } from '../cancellation.ts';
import type { GatewayContext } from '../context.ts';
import type { LookUp } from '../admission/look-up.ts';
import type { FormatError } from '../errors/policy.ts';
import type { PersistedQueries } from '../persisted-queries.ts';
import type { Serving } from '../swap.ts';
import type { Subscribe } from '../subscriptions/subscribe.ts';
import { leavableAnswer } from './leavable-answer.ts';
import { metadataInExtensions } from './metadata.ts';

export interface SocketOperationsOptions {
  readonly serving: Serving;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly lookUp: LookUp;
  readonly admit: Admit;
  readonly budgets: AskerBudgets;
  readonly persistedQueries: PersistedQueries;
  /** Names of headers of clients that subgraphs are sent. */
  readonly forwards: readonly string[];
  readonly barred: Barred;
  readonly subscribe: Subscribe;
  readonly formatError: FormatError;
}

/** What graphql-ws hands back to us when it is time to run what `prepare` has looked at. */
interface Prepared {
  readonly context: GatewayContext;
  readonly payload: SubscribePayload;
  /** The payload's own, or that of the id in its place. */
  readonly query: string;
  /** Null for queries and mutations. */
  readonly events: AsyncIterableIterator<ExecutionResult> | null;
}

/** Runs single operations of a socket. Nothing here throws: graphql-ws would close the socket with every other operation on it. */
export class SocketOperations {
  readonly #options: SocketOperationsOptions;
  /** Errors are formatted under the trace of their operation. */
  readonly #traces = new WeakMap<SubscribePayload, string>();
  /** Of the live operations whose events shall say it. */
  readonly #costs = new WeakMap<SubscribePayload, OperationCost>();

  constructor(options: SocketOperationsOptions) {
    this.#options = options;
  }

  async prepare(
    identity: GatewayContext['identity'],
    payload: SubscribePayload,
    userAgent: string | undefined,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      const metadata = metadataInExtensions(payload.extensions, this.#options.forwards, userAgent);
      this.#traces.set(payload, metadata.traceparent);
      const { serving, lookUp, persistedQueries, subscribe } = this.#options;
      const query = persistedQueries.queryOf(payload) ?? NO_QUERY;
      if (query instanceof GraphQLError) return [query];
      const checked = lookUp(identity, query, payload.operationName);
      if ('problems' in checked) return checked.problems;
      persistedQueries.remember(payload, query);
      const cancellation = checked.operation.operation === 'mutation' ? null : new Cancellation();
      const context = { ...metadata, identity, cancellation };
      const live = checked.operation.operation === 'subscription' ? { ...checked, variables: payload.variables ?? {}, context } : null;
      const admission = live && this.#admit(live, payload);
      if (admission?.refusal) return [admission.refusal];
      const barred = live && this.#options.barred(live);
      if (barred) return (barred.errors ?? []).map(asToldError);
      const events = live && (await subscribe({ ...live, cost: admission?.cost?.spent ?? 0 }));
      const prepared: Prepared = { context, payload, query, events };
      const { schema } = serving.current.executor;
      return { schema, document: checked.document, operationName: payload.operationName, contextValue: prepared };
    } catch (error) {
      return [asGraphQLError(error)];
    }
  }

  execute({ contextValue }: ExecutionArgs): Promise<ExecutionResult> | AsyncIterableIterator<ExecutionResult> {
    const prepared = contextValue as Prepared;
    const { cancellation } = prepared.context;
    const answer = this.#answer(prepared);
    return cancellation ? leavableAnswer(answer, cancellation) : answer;
  }

  /** Null for queries and mutations. */
  eventsOf({ contextValue }: ExecutionArgs): AsyncIterableIterator<ExecutionResult> | null {
    return (contextValue as Prepared).events;
  }

  subscribe(args: ExecutionArgs): AsyncIterableIterator<ExecutionResult> | ExecutionResult {
    return this.eventsOf(args) ?? { errors: [new GraphQLError('Nothing to subscribe to.')] };
  }

  formatResult(payload: SubscribePayload, result: ExecutionResult): FormattedExecutionResult {
    const { errors, ...rest } = result;
    const cost = this.#costs.get(payload);
    return { ...rest, ...(errors && { errors: this.formatErrors(payload, errors) }), ...(cost && { extensions: { cost } }) };
  }

  /** Apollo Server's results have been formatted before. */
  formatErrors(payload: SubscribePayload, errors: readonly (GraphQLError | GraphQLFormattedError)[]): readonly GraphQLFormattedError[] {
    const format = (error: GraphQLError | GraphQLFormattedError) =>
      error instanceof GraphQLError ? this.#options.formatError(error.toJSON(), error) : error;
    return traced(this.#traces.get(payload), () => errors.map(format));
  }

  #answer({ payload, query, context }: Prepared): Promise<ExecutionResult> {
    const { variables, operationName } = payload;
    return traced(context.traceparent, async () => {
      try {
        const { body, http } = await this.#options.apollo.executeOperation(
          {
            query,
            variables: variables ?? undefined,
            operationName: operationName ?? undefined,
            extensions: { cost: asksForCost(payload.extensions) },
          },
          { contextValue: context },
        );
        if (http.status !== undefined && http.status >= 400 && http.status < 500) this.#options.budgets.wasRefused(context.identity);
        return body.kind === 'single' ? (body.singleResult as ExecutionResult) : { errors: [new GraphQLError('Only whole results.')] };
      } catch (error) {
        return { errors: [asGraphQLError(error)] };
      }
    });
  }

  /** Queries and mutations are admitted behind Apollo Server. */
  #admit(live: Asked, payload: SubscribePayload): Admission {
    const admission = this.#options.admit(live);
    if (admission.cost && asksForCost(payload.extensions)) this.#costs.set(payload, admission.cost);
    return admission;
  }
}

/** As Apollo Server says it over HTTP. */
const NO_QUERY = new GraphQLError('GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.', {
  extensions: { code: 'BAD_REQUEST' },
});

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('An operation failed.', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
