import type { Logger } from '@agora/platform/logging';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { SupergraphSource } from './supergraph.ts';

type Gateway = NonNullable<ApolloServerOptions<BaseContext>['gateway']>;

/** @apollo/gateway over a fixed supergraph, as Apollo Server takes it. */
export function createGateway(
  supergraph: SupergraphSource,
  dataSources: Readonly<Record<string, GraphQLDataSource>>,
  log: Logger,
): Gateway {
  process.env['APOLLO_TELEMETRY_DISABLED'] ??= '1';
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    buildService: ({ name }) => dataSourceOf(dataSources, name),
    __exposeQueryPlanExperimental: false,
    logger: log.child({}, { level: log.isLevelEnabled('debug') ? 'debug' : 'warn' }),
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      return { executor: async (request) => withViolations(await executor(request)) };
    },
  };
}

/**
 * Stock notes a null where the schema forbids one as an extension. Where that voided the whole answer the client is told
 * by an error; elsewhere the null itself says it: an object that its owner does not confirm reads as null.
 */
export function withViolations<Data>({ extensions, ...result }: ExecutionResult<Data>): ExecutionResult<Data> {
  if (extensions === undefined) return result;
  const { valueCompletion, ...others } = extensions;
  const violated = result.data === null && !result.errors && Array.isArray(valueCompletion);
  return {
    ...result,
    ...(violated && { errors: valueCompletion }),
    ...(Object.keys(others).length > 0 && { extensions: others }),
  };
}

function dataSourceOf(dataSources: Readonly<Record<string, GraphQLDataSource>>, name: string): GraphQLDataSource {
  const source = dataSources[name];
  if (!source) throw new Error(`There is no way to the subgraph ${name}.`);
  return source;
}
