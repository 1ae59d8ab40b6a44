import type { ApolloGateway } from '@apollo/gateway';
import type { QueryPlannerConfig } from '@apollo/query-planner';
import { answerRequest } from './apollo-server.ts';
import { Executor, type ExecutorOptions } from './executor.ts';
import { Planner } from './plan/planner.ts';
import type { Send, SubgraphAnswer } from './types.ts';

/** What Apollo Server gives a gateway's executor. */
type GatewayRequestContext = Parameters<ApolloGateway['executor']>[0];

/** What Apollo Server takes as `gateway`. */
export type ServerGateway = Pick<ApolloGateway, 'load' | 'onSchemaLoadOrUpdate' | 'stop'>;

export interface WithExecutorOptions extends Omit<ExecutorOptions<GatewayRequestContext>, 'planner' | 'send'> {
  readonly plannerConfig?: QueryPlannerConfig;
  /** How many operations are compiled ahead when the supergraph changes, those used last; 100 where absent. Each takes some milliseconds. */
  readonly warmOperations?: number;
}

const WARM_OPERATIONS = 100;

/**
 * The same gateway with this executor in place of its own: `new ApolloServer({ gateway: withExecutor(new ApolloGateway(…)) })`.
 * Subgraphs are asked through the gateway's own data sources, so `buildService` and the hooks of RemoteGraphQLDataSource hold.
 * What a data source answers belongs to the executor, which changes it; traces of subgraphs (ftv1) are not collected.
 */
export function withExecutor(gateway: ApolloGateway, options: WithExecutorOptions = {}): ServerGateway {
  const { warmOperations = WARM_OPERATIONS, plannerConfig, ...executorOptions } = options;
  const send = sendThrough(gateway);
  let current: Executor<GatewayRequestContext> | null = null;
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    const next = new Executor({ ...executorOptions, planner: Planner.of(coreSupergraphSdl, plannerConfig), send });
    if (current && warmOperations > 0) next.warm(current, warmOperations).catch(() => {}); // told when a client asks for it
    current = next;
  });
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
    async load(loadOptions) {
      const { schema } = await gateway.load(loadOptions);
      return {
        schema,
        async executor(context) {
          if (!current) throw new Error('The supergraph could not be taken over; the log of the gateway says why.');
          return answerRequest(current, context, context);
        },
      };
    },
  };
}

/** What a data source is asked, as the gateway's own executor asks it. */
interface DataSourceOptions {
  readonly kind: 'incoming operation';
  readonly request: {
    readonly query: string;
    readonly variables: Record<string, unknown>;
    readonly operationName: string | undefined;
  };
  readonly incomingRequestContext: GatewayRequestContext;
  readonly context: GatewayRequestContext['context'];
}

interface DataSource {
  process(options: DataSourceOptions): Promise<SubgraphAnswer>;
}

function sendThrough(gateway: ApolloGateway): Send<GatewayRequestContext> {
  return async ({ service, query, variables, operationName, context }) =>
    dataSourceOf(gateway, service).process({
      kind: 'incoming operation',
      request: { query, variables, operationName },
      incomingRequestContext: context,
      context: context.context,
    });
}

/** The gateway tells nobody its data sources, and replaces them on updates, so they are looked up where it keeps them. */
function dataSourceOf(gateway: ApolloGateway, service: string): DataSource {
  const dataSource = property(property(property(gateway, 'serviceMap'), service), 'dataSource');
  if (isDataSource(dataSource)) return dataSource;
  throw new Error(`The gateway has no data source for the subgraph "${service}".`);
}

function property(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
}

function isDataSource(value: unknown): value is DataSource {
  return typeof value === 'object' && value !== null && 'process' in value && typeof value.process === 'function';
}
