import type { Logger } from '@agora/platform/logging';
import { mapAsync } from '@agora/platform/map-async';
import { traced } from '@agora/platform/trace';
import type { GraphQLDataSource } from '@apollo/gateway';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { SubgraphLink } from '../links/link.ts';
import { deliveredEvents, openSubscriptions } from '../metrics.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { createCompleteEvent, type LiveRequest } from './complete-event.ts';
import { createLivePlanner } from './plan.ts';
import { LiveSource } from './source.ts';

export interface SubscribeOptions {
  readonly supergraph: SupergraphSource;
  readonly schema: GraphQLSchema;
  readonly links: Readonly<Record<string, SubgraphLink>>;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
  /** How long a lost subgraph is waited for. */
  readonly resumeMs: number;
  readonly log: Logger;
}

/**
 * Starts a live operation. The stream rejects with the `GraphQLError` that ends it; an event that cannot be completed has
 * errors of its own and does not end it.
 */
export type Subscribe = (live: LiveRequest) => AsyncIterableIterator<ExecutionResult>;

export function createSubscribe(options: SubscribeOptions): Subscribe {
  const { schema, links, resumeMs, log } = options;
  const planOf = createLivePlanner(options.supergraph);
  const complete = createCompleteEvent(options);

  return (live) => {
    checkVariables(schema, live);
    const plan = planOf(live);
    const link = links[plan.primary.serviceName];
    if (!link) throw new Error(`There is no way to the subgraph ${plan.primary.serviceName}.`);

    openSubscriptions.inc();
    const request = { variables: live.variables, ...live.context };
    const source = new LiveSource({ link, plan, request, resumeMs, log, onEnd: () => openSubscriptions.dec() });
    return mapAsync(source, (event) =>
      traced(live.context.traceparent, async () => {
        deliveredEvents.inc();
        try {
          return await complete(plan, event, live);
        } catch (error) {
          return { data: null, errors: [new GraphQLError('An event could not be completed.', { originalError: asError(error) })] };
        }
      }),
    );
  };
}

function checkVariables(schema: GraphQLSchema, { operation, variables }: LiveRequest): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const [error] = errors ?? [];
  if (error) throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
