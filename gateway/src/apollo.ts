import { type Executor, parseExactly } from '@agora/executor';
import { type ApolloAnswer, type ApolloRequest, answerRequest, asGraphQLError } from '@agora/executor/apollo-gateway';
import type { Logger } from '@agora/platform/observe/logging';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Admit } from './admission/admit.ts';
import { asksForCost } from './admission/asks-for-cost.ts';
import type { Barred } from './admission/barred.ts';
import type { AskerBudgets } from './budgets/asker-budgets.ts';
import type { GatewayContext } from './context.ts';
import { type Documents, isOfDocument } from './documents.ts';
import type { ErrorPolicy } from './errors/policy.ts';
import { isRecord } from './is-record.ts';
import { LIMITS } from './limits.ts';
import { createOperationLog } from './operation-log.ts';
import type { SupergraphSource } from './supergraph.ts';

export interface ApolloOptions {
  readonly supergraph: SupergraphSource;
  readonly executor: Executor<GatewayContext>;
  readonly documents: Documents;
  readonly admit: Admit;
  readonly barred: Barred;
  readonly budgets: AskerBudgets;
  readonly errorPolicy: ErrorPolicy;
  /** Whether `LIMITS` hold. */
  readonly isLimited: boolean;
  /** Is given the schema before anything is checked against it. */
  readonly refineSchema: (schema: GraphQLSchema) => void;
  readonly log: Logger;
}

/** What is wrong with the documents of requests that must not be executed. */
type Refused = WeakMap<GatewayContext, readonly GraphQLError[]>;

type ServerGateway = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;

/** Apollo Server around the executor: the protocol, validation and limits. The door does the rest. */
export async function startApollo(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const { documents, errorPolicy, isLimited, log } = options;
  const refused: Refused = new WeakMap();
  const apollo = new ApolloServer<GatewayContext>({
    gateway: gatewayOf(options, refused),
    formatError: errorPolicy.format,
    introspection: true,
    // A page of another site can ask only what any guest can: no cookie says who asks, and what changes anything has to be posted as JSON.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: null,
    dangerouslyDisableValidation: true, // what `documents` has refused does not come to execution
    ...(isLimited && { parseOptions: { maxTokens: LIMITS.tokens } }),
    plugins: [ApolloServerPluginLandingPageDisabled(), exactVariables, checkedDocuments(documents, refused), operationLog(log)],
    logger: log,
  });
  await apollo.start();
  return apollo;
}

/**
 * @apollo/gateway reads the supergraph for Apollo Server; it executes nothing, which is the executor's part, and so it is given no
 * data sources.
 */
function gatewayOf(
  { supergraph, executor, admit, barred, budgets, errorPolicy, refineSchema, log }: ApolloOptions,
  refused: Refused,
): ServerGateway {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    buildService: ({ name }) => ({ process: () => Promise.reject(new Error(`The executor asks ${name}, nobody else.`)) }),
    logger: log.child({}, { level: log.isLevelEnabled('debug') ? 'debug' : 'warn' }),
  });
  return {
    onSchemaLoadOrUpdate: (listener) =>
      gateway.onSchemaLoadOrUpdate((loaded) => {
        refineSchema(loaded.apiSchema);
        listener(loaded);
      }),
    stop: () => gateway.stop(),
    async load(options) {
      await gateway.load(options);
      return {
        async executor(request) {
          // Apollo Server hands back the context that it was given, under a wider type.
          const context = request.context as GatewayContext;
          const { document, operation } = request;
          const { operationName, variables, extensions } = request.request;
          const problems = refused.get(context);
          if (problems) return { errors: problems };
          const admission = operation && admit({ context, document, operation, variables });
          if (admission?.refusal) return { errors: [admission.refusal] };
          const barredAnswer = answerIfBarred(barred, request, context);
          if (barredAnswer) budgets.wasRefused(context.identity);
          else if (!executor.holds(document)) budgets.learn(context.identity, () => planAhead(executor, document, operationName));
          const { data, errors } = barredAnswer ?? (await answerRequest(executor, request, context));
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

/** What cannot be planned is told when it is to be answered. */
function planAhead(executor: Executor<GatewayContext>, document: DocumentNode, operationName: string | undefined): void {
  try {
    executor.compile(document, operationName);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
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
function checkedDocuments(documents: Documents, refused: Refused): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveSource(request) {
          const { source, contextValue } = request;
          const checked = documents.check(source, request.request.operationName);
          if ('document' in checked) Object.assign(request, { document: checked.document });
          else if (isOfDocument(checked)) refused.set(contextValue, checked.problems);
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
