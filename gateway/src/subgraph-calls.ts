import type { Send, SubgraphAnswer } from '@agora/executor';
import { Actor } from '@agora/platform/security/actor';
import type { Logger } from '@agora/platform/observe/logging';
import { SIGNED_IN } from '@agora/platform/security/identity';
import { SESSION_TOKENS, SessionTokens } from '@agora/platform/security/session-tokens';
import { traced } from '@agora/platform/observe/trace';
import { TOKEN_OWNER } from './auth/token-owner.ts';
import type { GatewayContext } from './context.ts';
import type { ErrorPolicy } from './errors/policy.ts';
import { TooLarge } from './links/too-large.ts';
import type { SubgraphLink } from './links/link.ts';
import { subgraphSeconds } from './metrics.ts';
import type { Sharing } from './sharing.ts';

export interface SubgraphCallsOptions {
  readonly links: Readonly<Record<string, SubgraphLink>>;
  readonly sharing: Sharing;
  readonly errorPolicy: ErrorPolicy;
  readonly log: Logger;
}

/**
 * How the executor asks subgraphs. A subgraph that does not answer is a SUBGRAPH_UNAVAILABLE with its name, and so is one that
 * nobody waits for.
 */
export function createSend({ links, sharing, errorPolicy, log }: SubgraphCallsOptions): Send<GatewayContext> {
  const ways = new Map(Object.values(links).map((link) => [link.name, { link, seconds: subgraphSeconds.of({ subgraph: link.name }) }]));
  return async (call) => {
    const way = ways.get(call.service);
    if (!way) throw new Error(`There is no way to the subgraph ${call.service}.`);
    const { cancellation } = call.context;
    if (cancellation?.isCancelled) throw errorPolicy.unavailable(call.service);
    const begun = performance.now();
    try {
      const answer = await way.link.execute(call);
      if (call.type === 'mutation' && call.service === TOKEN_OWNER) signIn(call.context, answer);
      return answer;
    } catch (error) {
      if (error instanceof TooLarge) throw errorPolicy.tooLarge(call.service, error.message);
      if (!cancellation?.isCancelled)
        traced(call.context.traceparent, () => log.warn({ subgraph: call.service, err: error }, 'A subgraph did not answer.'));
      throw errorPolicy.unavailable(call.service);
    } finally {
      way.seconds.observe((performance.now() - begun) / 1000);
      if (call.type === 'mutation') sharing.mutationEnded();
    }
  };
}

/**
 * Whoever the owner of sessions has just signed in asks for the rest of the operation, which may read what is theirs; what it wants kept
 * of the session is for the door.
 */
function signIn(context: GatewayContext, { extensions }: SubgraphAnswer): void {
  const { data: actor } = Actor.safeParse(extensions?.[SIGNED_IN]);
  if (actor) context.identity = { ...context.identity, actor };
  const { data: tokens } = SessionTokens.nullable().safeParse(extensions?.[SESSION_TOKENS]);
  if (tokens !== undefined && context.cookies) context.cookies.tokens = tokens;
}
