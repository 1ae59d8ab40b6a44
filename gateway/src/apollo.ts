import { parseExactly } from '@agora/executor';
import { type ApolloAnswer, type ApolloRequest, answerRequest, asGraphQLError } from '@agora/executor/apollo-server';
import type { Logger } from '@agora/platform/observe/logging';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLError } from 'graphql';
import { asksForCost } from './admission/asks-for-cost.ts';
import type { Barred } from './admission/barred.ts';
import type { AskerBudgets } from './budgets/asker-budgets.ts';
import type { GatewayContext } from './context.ts';
import { isOfDocument } from './documents.ts';
import type { ErrorPolicy } from './errors/policy.ts';
import { isRecord } from './is-record.ts';
import { LIMITS } from './limits.ts';
import { createOperationLog } from './operation-log.ts';
import type { ServedGraph } from './served-graph.ts';
import type { Serving } from './swap.ts';

export interface ApolloOptions {
  readonly serving: Serving;
  readonly budgets: AskerBudgets;
  readonly errorPolicy: ErrorPolicy;
  /** Whether `LIMITS` hold. */
  readonly isLimited: boolean;
  readonly log: Logger;
}

/** A request whose document was looked up: by which graph it is answered, and what is wrong with it, if anything is. */
type Checked = WeakMap<GatewayContext, { readonly graph: ServedGraph; readonly problems: readonly GraphQLError[] | null }>;

type ServerGateway = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;

/** Apollo Server around the executor: the protocol, validation and limits. The door does the rest. */
export async function startApollo(options: ApolloOptions): Promise<{ apollo: ApolloServer<GatewayContext>; onSwap: () => void }> {
  const { serving, errorPolicy, isLimited, log } = options;
  const checked: Checked = new WeakMap();
  const gateway = gatewayOf(options, checked);
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    formatError: errorPolicy.format,
    introspection: true,
    // The door has refused what a page of another site can ask with cookies.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: null,
    dangerouslyDisableValidation: true, // what `documents` has refused does not come to execution
    ...(isLimited && { parseOptions: { maxTokens: LIMITS.tokens } }),
    plugins: [ApolloServerPluginLandingPageDisabled(), exactVariables, checkedDocuments(serving, checked), operationLog(log)],
    logger: log,
  });
  await apollo.start();
  return { apollo, onSwap: gateway.tellSchema };
}

/** What Apollo Server takes for a gateway: the schema, and who executes what is valid by it. */
function gatewayOf({ serving, budgets, errorPolicy }: ApolloOptions, checked: Checked): ServerGateway & { tellSchema(): void } {
  const listeners = new Set<Parameters<ServerGateway['onSchemaLoadOrUpdate']>[0]>();
  const tellSchema = () => {
    const { executor, supergraph } = serving.current;
    for (const listener of listeners) listener({ apiSchema: executor.schema, coreSupergraphSdl: supergraph.sdl });
  };
  return {
    tellSchema,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {},
    async load() {
      tellSchema();
      return {
        async executor(request) {
          // Apollo Server hands back the context that it was given, under a wider type.
          const context = request.context as GatewayContext;
          const { document, operation } = request;
          const { variables, extensions } = request.request;
          const { graph, problems } = checked.get(context) ?? { graph: serving.current, problems: null };
          if (problems) return { errors: problems };
          const { executor, admit, barred } = graph;
          const admission = operation && admit({ context, document, operation, variables });
          if (admission?.refusal) return { errors: [admission.refusal] };
          const barredAnswer = answerIfBarred(barred, request, context);
          if (barredAnswer) budgets.wasRefused(context.identity);
          const { data, errors } = barredAnswer ?? (await answerRequest(executor, request, context, budgets.planning(context.identity)));
          const told = errors && errorPolicy.told(errors, data === null);
          const cost = asksForCost(extensions) && data !== undefined && admission?.cost;
          return { ...(told && { errors: told }), ...(data !== undefined && { data }), ...(cost && { extensions: { cost } }) };
        },
      };
    },
  };
}

function answerIfBarred(
  barred: Barred,
  { operation, request: { variables } }: ApolloRequest,
  context: GatewayContext,
): ApolloAnswer | null {
  const answer = operation && barred({ context, operation, variables });
  return answer ? { data: answer.data ?? null, errors: answer.errors?.map(asGraphQLError) ?? [] } : null;
}

/** The variables of an address, which Apollo Server reads itself, with the numbers that it would change. */
const exactVariables: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ request }) {
    const text = request.http?.method === 'GET' && new URLSearchParams(request.http.search).get('variables');
    const variables = text ? parseExactly(text) : undefined;
    if (isRecord(variables)) request.variables = variables;
  },
};

/**
 * Spares Apollo Server from validating and remembering what `documents` has validated and remembered already, with the cost put
 * to the account of whoever sent it. Apollo Server answers by itself what does not parse, and which operation is missing.
 */
function checkedDocuments(serving: Serving, looked: Checked): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveSource(request) {
          const { source, contextValue } = request;
          const graph = serving.current;
          const checked = graph.documents.check(source, request.request.operationName);
          if ('document' in checked) Object.assign(request, { document: checked.document });
          looked.set(contextValue, { graph, problems: 'problems' in checked && isOfDocument(checked) ? checked.problems : null });
        },
      };
    },
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
