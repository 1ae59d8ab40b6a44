import type { ApolloGateway } from '@apollo/gateway';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import { Executor, type ExecutorOptions } from './executor.ts';
import type { CompiledOperation, Send, SubgraphAnswer, Variables } from './types.ts';
import { coerceVariables } from './variables.ts';

/** What Apollo Server gives a gateway's executor. */
type GatewayRequestContext = Parameters<ApolloGateway['executor']>[0];

/** What Apollo Server takes as `gateway`. */
export type ServerGateway = Pick<ApolloGateway, 'load' | 'onSchemaLoadOrUpdate' | 'stop'>;

export interface WithExecutorOptions extends Omit<ExecutorOptions<GatewayRequestContext>, 'supergraphSdl' | 'send'> {
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
  const { warmOperations = WARM_OPERATIONS, ...executorOptions } = options;
  const send = sendThrough(gateway);
  let current: Executor<GatewayRequestContext> | null = null;
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    const next = new Executor({ ...executorOptions, supergraphSdl: coreSupergraphSdl, send });
    if (current && warmOperations > 0) next.warm(current.documents.slice(-warmOperations));
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

/** The part of an operation that Apollo Server has parsed and validated and that it takes to answer it. */
export interface ApolloRequest {
  readonly document: DocumentNode;
  /** Absent where the document has no such operation, or several and no name was given. */
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { readonly operationName?: string | undefined; readonly variables?: Variables | undefined };
}

export interface ApolloAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
}

/** Answers an operation as Apollo Server expects it from a gateway: with errors that it recognises, and rejecting where it has no plan. */
export async function answerRequest<Context>(
  executor: Executor<Context>,
  { document, operation, request }: ApolloRequest,
  context: Context,
): Promise<ApolloAnswer> {
  let compiled: CompiledOperation;
  try {
    compiled = executor.compile(document, request.operationName);
  } catch (error) {
    if (!operation && error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const { data, errors } = await executor.execute(compiled, request.variables, context);
  if (data === undefined) return { errors: refusals(executor, compiled, request.variables) ?? errors?.map(asGraphQLError) ?? [] };
  return errors ? { data, errors: errors.map(asGraphQLError) } : { data };
}

/** What is wrong with the variables, with the place in the document, by which Apollo Server knows that it is the client's fault. */
function refusals<Context>(
  { schema }: Executor<Context>,
  { operation }: CompiledOperation,
  variables: Variables | null | undefined,
): readonly GraphQLError[] | undefined {
  return coerceVariables(schema, operation, variables).errors;
}

/** An error of an answer as Apollo Server and graphql-js know errors. */
export function asGraphQLError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
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
