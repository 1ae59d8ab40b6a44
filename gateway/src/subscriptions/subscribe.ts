import { coerceVariables, type Executor, type SubgraphAnswer, type Variables } from '@agora/executor';
import { asGraphQLError } from '@agora/executor/apollo-server';
import type { Logger } from '@agora/platform/observe/logging';
import { mapAsync } from '@agora/platform/live/map-async';
import { traced } from '@agora/platform/observe/trace';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Allowance } from '../allowance.ts';
import { type AskerBudgets, keyOf } from '../budgets/asker-budgets.ts';
import type { GatewayContext } from '../context.ts';
import type { ErrorPolicy } from '../errors/policy.ts';
import { rateLimited } from '../errors/rate-limited.ts';
import type { SubgraphLink } from '../links/link.ts';
import { deliveredEvents, openSubscriptions } from '../metrics.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { createLivePlanner, type LiveOperation } from './plan.ts';
import { LiveSource } from './source.ts';

export interface SubscribeOptions {
  readonly executor: Executor<GatewayContext>;
  readonly links: Readonly<Record<string, SubgraphLink>>;
  readonly budgets: AskerBudgets;
  /** What the open live operations of each asker may cost together: one change may be an event of all of them. */
  readonly costs: Allowance;
  readonly errorPolicy: ErrorPolicy;
  /** Where lost streams are taken up again from their cursors, the supergraph that says which can be. */
  readonly resumes: SupergraphSource | null;
  /** How long a lost subgraph is waited for. */
  readonly resumeMs: number;
  readonly log: Logger;
}

export interface LiveRequest extends LiveOperation {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  /** What each event costs; 0 where nothing has a cost. */
  readonly cost: number;
}

/**
 * Starts a live operation, once it is planned. The stream rejects with the `GraphQLError` that ends it; an event that cannot be completed has
 * errors of its own and does not end it.
 */
export type Subscribe = (live: LiveRequest) => Promise<AsyncIterableIterator<ExecutionResult>>;

/**
 * Each event is run as an ordinary operation whose first fetch the event has answered. What the client selected from other
 * subgraphs, nulls, error paths and aliases are then the same as in a query; what the gateway added is left out.
 * It costs what the operation cost to begin with: who has spent that gets it late.
 */
export function createSubscribe(options: SubscribeOptions): Subscribe {
  const { executor, links, budgets, costs, errorPolicy, resumeMs, log } = options;
  const planOf = createLivePlanner(options);

  return async (live) => {
    const { context, cost } = live;
    const variables = checkedVariables(executor, live);
    const plan = await planOf(live);
    const link = links[plan.primary.service];
    if (!link) throw new Error(`There is no way to the subgraph ${plan.primary.service}.`);

    const asker = keyOf(context.identity);
    if (!costs.take(asker, cost)) throw tooMuchIsLive(costs.maxEach);
    const request = { variables, ...context };
    let hasBegun = false;
    let isOver = false;
    const onBegin = () => {
      hasBegun = true;
      openSubscriptions.inc();
    };
    const onEnd = () => {
      isOver = true;
      costs.giveBack(asker, cost);
      if (hasBegun) openSubscriptions.dec();
    };
    const source = new LiveSource({ link, plan, request, errorPolicy, resumeMs, log, onBegin, onEnd });
    const complete = (event: SubgraphAnswer) =>
      traced(context.traceparent, async () => {
        await budgets.spendOnceThere(context.identity, cost, () => isOver);
        if (isOver) return {};
        deliveredEvents.inc();
        const { data, errors } = await executor.execute(plan.compiled, variables, context, { firstAnswer: event });
        const told = errors && errorPolicy.told(errors, data == null);
        return { ...(data !== undefined && { data }), ...(told && { errors: told.map(asGraphQLError) }) };
      });
    return mapAsync(source, complete, () => context.cancellation?.leave());
  };
}

function tooMuchIsLive(limit: number): GraphQLError {
  return rateLimited(`All live operations that you have open may cost ${limit} together. End some, or select less.`);
}

function checkedVariables({ schema }: Executor<GatewayContext>, { operation, variables }: LiveRequest): Variables {
  const checked = coerceVariables(schema, operation, variables);
  if (!checked.errors) return checked.sent;
  const [error] = checked.errors;
  throw new GraphQLError(error?.message ?? '', { nodes: error?.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
