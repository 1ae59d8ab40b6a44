import { readFile } from 'node:fs/promises';
import type { Send } from '@agora/executor';
import type { Identity } from '@agora/platform/identity';
import { operationCache } from '@agora/platform/operation-cache';
import type { Subgraph } from '@agora/platform/subgraph';
import { traceparentFrom } from '@agora/platform/trace';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Supergraph } from '@apollo/federation-internals';
import { GraphQLError, parse } from 'graphql';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import type { GatewayContext } from '../context.ts';
import { createReferences, type References } from './references.ts';

const SDL = new URL('../../../schema/subgraphs/root.graphql', import.meta.url);
const MOST_IDS = 100;
const CACHE_BYTES = 4 * 1024 * 1024;

export interface RootOptions {
  readonly budgets: AskerBudgets;
  readonly maxAnswerBytes: number;
  readonly supergraph: Supergraph;
  /** How other subgraphs are asked. */
  readonly send: Send<GatewayContext>;
}

interface RootContext {
  readonly identity: Identity;
  readonly references: References;
}

/** The gateway's own subgraph: `node` and `nodes`, and what the asker has left. */
export async function createRoot({ budgets, maxAnswerBytes, supergraph, send }: RootOptions): Promise<Subgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(await readFile(SDL, 'utf8')), resolvers: resolversWith(budgets) }]);
  const operationOf = operationCache(schema, { maxBytes: CACHE_BYTES, mostAnswerBytes: maxAnswerBytes, service: 'root' });
  const referencesFor = createReferences(supergraph, send);
  return {
    schema,
    async execute({ query, variables, operationName, identity, idempotencyKey, acceptLanguage, traceparent }) {
      const operation = operationOf(query);
      if ('errors' in operation) return operation;
      const references = referencesFor({ identity, idempotencyKey, acceptLanguage, traceparent: traceparentFrom(traceparent) });
      return operation.run({ contextValue: { identity, references } satisfies RootContext, variableValues: variables, operationName });
    },
    subscribe: async () => ({ errors: [new GraphQLError('There is nothing live here.', { extensions: { code: 'BAD_USER_INPUT' } })] }),
  };
}

const resolversWith = (budgets: AskerBudgets) => ({
  Query: {
    node: (_: unknown, { id }: { id: string }, { references }: RootContext) => references.load(id),
    nodes: (_: unknown, { ids }: { ids: string[] }, { references }: RootContext) => {
      if (ids.length <= MOST_IDS) return ids.map((id) => references.load(id));
      throw new GraphQLError(`Ask for at most ${MOST_IDS} objects.`, { extensions: { code: 'BAD_USER_INPUT', field: ['ids'] } });
    },
    rateLimit: (_: unknown, __: unknown, { identity }: RootContext) => budgets.rateLimit(identity),
  },
});
