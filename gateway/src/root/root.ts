import { readFile } from 'node:fs/promises';
import { prefixOf } from '@agora/platform/ids';
import type { Identity } from '@agora/platform/identity';
import { operationCache } from '@agora/platform/operation-cache';
import type { Subgraph } from '@agora/platform/subgraph';
import { TYPE_BY_PREFIX } from '@agora/schema/ids';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';

const SDL = new URL('../../../schema/subgraphs/root.graphql', import.meta.url);
const MOST_IDS = 100;
const CACHE_BYTES = 4 * 1024 * 1024;

/**
 * The gateway's own subgraph: `node` and `nodes`, and what the asker has left. It knows a type from the prefix of an id; the
 * owner of the type answers for the rest, and confirms that the object exists as soon as a field beyond `id` is asked for.
 */
export async function createRoot(budgets: AskerBudgets, maxAnswerBytes: number): Promise<Subgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(await readFile(SDL, 'utf8')), resolvers: resolversWith(budgets) }]);
  const operationOf = operationCache(schema, { maxBytes: CACHE_BYTES, mostAnswerBytes: maxAnswerBytes, service: 'root' });
  return {
    schema,
    async execute({ query, variables, operationName, identity }) {
      const operation = operationOf(query);
      return 'errors' in operation ? operation : operation.run({ contextValue: identity, variableValues: variables, operationName });
    },
    subscribe: async () => ({ errors: [new GraphQLError('There is nothing live here.', { extensions: { code: 'BAD_USER_INPUT' } })] }),
  };
}

const resolversWith = (budgets: AskerBudgets) => ({
  Query: {
    node: (_: unknown, { id }: { id: string }) => reference(id),
    nodes: (_: unknown, { ids }: { ids: string[] }) => {
      if (ids.length <= MOST_IDS) return ids.map(reference);
      throw new GraphQLError(`Ask for at most ${MOST_IDS} objects.`, { extensions: { code: 'BAD_USER_INPUT', field: ['ids'] } });
    },
    rateLimit: (_: unknown, __: unknown, asker: Identity) => budgets.rateLimit(asker),
  },
});

function reference(id: string): { __typename: string; id: string } | null {
  const type = TYPE_BY_PREFIX[prefixOf(id) ?? ''];
  return type === undefined ? null : { __typename: type, id };
}
