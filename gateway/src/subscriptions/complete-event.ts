import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from '@agora/platform/logging';
import type { GatewayContext } from '../context.ts';
import { withViolations } from '../graph.ts';
import type { Answer } from '../links/link.ts';
import type { SupergraphSource } from '../supergraph.ts';
import type { LiveOperation, LivePlan } from './plan.ts';

export interface CompleteEventOptions {
  readonly supergraph: SupergraphSource;
  readonly schema: GraphQLSchema;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
  readonly log: Logger;
}

export interface LiveRequest extends LiveOperation {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

export type CompleteEvent = (plan: LivePlan, event: Answer, live: LiveRequest) => Promise<ExecutionResult>;

/**
 * Runs each event as an ordinary query plan whose first fetch the event has answered. What the client selected from other
 * subgraphs, nulls, error paths and aliases are then the same as in a query; what the gateway added is left out.
 */
export function createCompleteEvent({ supergraph, schema, dataSources, log }: CompleteEventOptions): CompleteEvent {
  const supergraphSchema = supergraph.parsed.schema.toGraphQLJSSchema();
  const apiSchema = supergraph.parsed.apiSchema();

  return async (plan, event, { document, operation, variables, context }) => {
    const name = plan.primary.serviceName;
    const operationName = operation.name?.value;
    // Only these parts of Apollo Server's request are read by the executor.
    const request = { request: { variables }, context, metrics: {}, logger: log, schema } as unknown as Parameters<
      typeof executeQueryPlan
    >[2];
    const result = await executeQueryPlan(
      plan.eventPlan,
      { ...dataSources, [name]: answeredOnce(event, dataSources[name]) },
      request,
      buildOperationContext({ schema, operationDocument: document, ...(operationName && { operationName }) }),
      supergraphSchema,
      apiSchema,
    );
    return withViolations(result);
  };
}

/** The primary fetch comes first in every plan; later ones of the same subgraph are real. */
function answeredOnce(event: Answer, source: GraphQLDataSource | undefined): GraphQLDataSource {
  let answered = false;
  return {
    async process(options) {
      if (answered && source) return source.process(options);
      answered = true;
      return event;
    },
  };
}
