import type { Executor } from '@agora/executor';
import { answerRequest } from '@agora/executor/apollo-gateway';
import type { Logger } from '@agora/platform/logging';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayContext } from './context.ts';
import type { ErrorPolicy } from './errors/policy.ts';
import { LIMITS, limitsRule } from './limits.ts';
import { createOperationLog } from './operation-log.ts';
import type { PersistedQueries } from './persisted-queries.ts';
import type { SupergraphSource } from './supergraph.ts';

export interface ApolloOptions {
  readonly supergraph: SupergraphSource;
  readonly executor: Executor<GatewayContext>;
  readonly errorPolicy: ErrorPolicy;
  readonly persistedQueries: PersistedQueries;
  /** Whether `LIMITS` hold. */
  readonly isLimited: boolean;
  readonly log: Logger;
}

type ServerGateway = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;

/** Apollo Server around the executor: validation and limits, persisted queries, CSRF prevention. The door does the rest. */
export async function startApollo(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { errorPolicy, persistedQueries, isLimited, log } = options;
  const apollo = new ApolloServer<GatewayContext>({
    gateway: gatewayOf(options),
    formatError: errorPolicy.format,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: { cache: persistedQueries },
    ...(isLimited && { validationRules: [limitsRule], parseOptions: { maxTokens: LIMITS.tokens } }),
    plugins: [ApolloServerPluginLandingPageDisabled(), operationLog(log)],
    logger: log,
  });
  await apollo.start();
  return apollo;
}

/** The executor as what Apollo Server asks for answers. */
function gatewayOf({ supergraph, executor, errorPolicy }: ApolloOptions): ServerGateway {
  const listeners = new Set<Parameters<ServerGateway['onSchemaLoadOrUpdate']>[0]>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      for (const listener of listeners) listener({ apiSchema: executor.schema, coreSupergraphSdl: supergraph.sdl });
      return {
        async executor(request) {
          // Apollo Server hands back the context that it was given, under a wider type.
          const { data, errors } = await answerRequest(executor, request, request.context as GatewayContext);
          const told = errors && errorPolicy.told(errors, data === null);
          return { ...(told && { errors: told }), ...(data !== undefined && { data }) };
        },
      };
    },
    stop: async () => {},
  };
}

function operationLog(log: Logger): ApolloServerPlugin<GatewayContext> {
  const note = createOperationLog(log);
  return {
    async requestDidStart() {
      const begun = performance.now();
      return {
        async willSendResponse({ source = '', operation, errors = [] }) {
          note({ query: source, operation, codes: errors.map(({ extensions }) => extensions['code']) }, performance.now() - begun);
        },
      };
    },
  };
}
