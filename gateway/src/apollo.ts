import { createHash } from 'node:crypto';
import type { Logger } from '@agora/platform/logging';
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayContext } from './context.ts';
import type { FormatError } from './errors.ts';
import type { createGateway } from './graph.ts';
import { LIMITS, limitsRule } from './limits.ts';
import { operationSeconds } from './metrics.ts';

export interface ApolloOptions {
  readonly gateway: ReturnType<typeof createGateway>;
  readonly formatError: FormatError;
  readonly log: Logger;
}

/** Apollo Server around the gateway: validation and limits, persisted queries, CSRF prevention. The door does the rest. */
export async function startApollo({ gateway, formatError, log }: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    formatError,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: [limitsRule],
    parseOptions: { maxTokens: LIMITS.tokens },
    plugins: [ApolloServerPluginLandingPageDisabled(), operationLog(log)],
    logger: log,
  });
  await apollo.start();
  return apollo;
}

/** One line and one observation for each operation; only failures are of interest by default. */
function operationLog(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const begun = performance.now();
      return {
        async willSendResponse(request) {
          const seconds = (performance.now() - begun) / 1000;
          const codes = request.errors?.map(({ extensions }) => extensions['code']) ?? [];
          const type = request.operation?.operation ?? 'none';
          operationSeconds.observe({ type, outcome: codes.length === 0 ? 'ok' : 'errors' }, seconds);
          if (!log.isLevelEnabled('debug')) return;
          log.debug(
            { operation: request.operationName ?? null, type, hash: hashOf(request), ms: Math.round(seconds * 1000), codes },
            'Operation.',
          );
        },
      };
    },
  };
}

function hashOf({ queryHash, source }: GraphQLRequestContext<GatewayContext>): string {
  return (
    queryHash ??
    createHash('sha256')
      .update(source ?? '')
      .digest('hex')
  );
}
