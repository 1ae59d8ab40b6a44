import { readFile } from 'node:fs/promises';
import type { Send } from '@agora/executor';
import { noteSize, sizeOf } from '@agora/platform/graph/compiled/answer-size';
import type { Cursors } from '@agora/platform/reading/cursor';
import { createEdgeErrors } from '@agora/platform/graph/edge-errors';
import { guardRoles } from '@agora/platform/graph/guard-roles';
import type { Logger } from '@agora/platform/observe/logging';
import { operationCache } from '@agora/platform/graph/operation-cache';
import { type ResolverModules, resolvedSchema } from '@agora/platform/graph/resolved-schema';
import { languageIn } from '@agora/platform/input/sentence';
import type { Subgraph } from '@agora/platform/graph/subgraph';
import { traced, traceparent } from '@agora/platform/observe/trace';
import { GraphQLError } from 'graphql';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import { NOTHING_FORWARDED } from '../door/forwarded-headers.ts';
import type { GatewayContext } from '../context.ts';
import { operatorResolvers } from '../operator/resolvers.ts';
import type { Services } from '../operator/services.ts';
import type { RootContext } from './context.ts';
import type { SupergraphSource } from '../supergraph.ts';
import { createReferences } from './references.ts';

const SDL = new URL('../../../schema/subgraphs/root.graphql', import.meta.url);
const MAX_IDS = 100;
const CACHE_BYTES = 4 * 1024 * 1024;

export interface RootOptions {
  readonly budgets: AskerBudgets;
  readonly maxAnswerBytes: number;
  /** The supergraph that is served at the moment. */
  readonly served: () => SupergraphSource;
  /** How other subgraphs are asked. */
  readonly send: Send<GatewayContext>;
  /** Whom operators ask of events. */
  readonly services: Services;
  readonly cursors: Cursors;
  readonly log: Logger;
}

/** The gateway's own subgraph: `node` and `nodes`, what the asker has left, and what operators see and do of events. */
export async function createRoot(options: RootOptions): Promise<Subgraph> {
  const schema = resolvedSchema('root', await readFile(SDL, 'utf8'), modulesWith(options));
  guardRoles(schema);
  const edgeErrors = createEdgeErrors({ name: 'root', log: options.log });
  const operationOf = operationCache(schema, { maxBytes: CACHE_BYTES, maxAnswerBytes: options.maxAnswerBytes, service: 'root' });
  const referencesFor = createReferences(options.served, options.send);
  return {
    schema,
    execute: (request) =>
      traced(request.traceparent, async () => {
        const { query, variables, operationName, identity, idempotencyKey, acceptLanguage } = request;
        const operation = operationOf(query);
        if ('errors' in operation) return operation;
        const asker = {
          identity,
          idempotencyKey,
          acceptLanguage,
          traceparent: traceparent(),
          forwarded: NOTHING_FORWARDED,
          cancellation: null,
        };
        const contextValue: RootContext = {
          ...asker,
          actor: identity.actor,
          language: languageIn(acceptLanguage),
          references: referencesFor(asker),
        };
        const result = await operation.run({ contextValue, variableValues: variables, operationName });
        return result.errors ? noteSize({ ...result, errors: edgeErrors(result.errors) }, sizeOf(result)) : result;
      }),
    subscribe: async () => ({ errors: [new GraphQLError('There is nothing live here.', { extensions: { code: 'BAD_USER_INPUT' } })] }),
  };
}

function modulesWith({ budgets, services, cursors }: RootOptions): ResolverModules {
  const { find, ...operator } = operatorResolvers(services, cursors);
  return { node: nodeResolvers(find), budgets: budgetResolvers(budgets), operator };
}

function nodeResolvers(find: ReturnType<typeof operatorResolvers>['find']) {
  return {
    Query: {
      node: (_: unknown, { id }: { id: string }, asker: RootContext) => find(id, asker),
      nodes: (_: unknown, { ids }: { ids: string[] }, asker: RootContext) => {
        if (ids.length <= MAX_IDS) return ids.map((id) => find(id, asker));
        throw new GraphQLError(`Ask for at most ${MAX_IDS} objects.`, { extensions: { code: 'BAD_USER_INPUT', field: ['ids'] } });
      },
    },
  };
}

function budgetResolvers(budgets: AskerBudgets) {
  return {
    Query: {
      rateLimit: (_: unknown, __: unknown, { identity }: RootContext) => budgets.rateLimit(identity),
    },
  };
}
