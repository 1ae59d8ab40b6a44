import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SubgraphRequest } from '@agora/platform/graph/subgraph';
import { GraphQLError } from 'graphql';
import { ask } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const AWAY = { errors: [new GraphQLError('The database is away.', { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } })] };
const isCount = ({ query }: SubgraphRequest) => query.includes('auditEntryCount');

let marketplace: Marketplace;
let orderCounts = true;
beforeAll(async () => {
  marketplace = await openMarketplace(
    'in one process',
    {},
    {
      operatorGraphs: {
        catalog: async (request) => ({ data: isCount(request) ? { count: 4 } : { rows: [] } }),
        order: async (request) => (isCount(request) ? (orderCounts ? { data: { count: 3 } } : AWAY) : { data: { rows: [] } }),
      },
    },
  );
});
afterAll(() => marketplace.stop());

test('a list over services is counted in all that answered, or not at all', async () => {
  const authorization = `Bearer ${await marketplace.tokens.token({ roles: ['ADMIN'] })}`;
  const trail = () => ask(marketplace.gateway.url, '{ auditTrail { totalCount unreachableServices } }', { authorization });

  expect(await trail()).toMatchObject({ data: { auditTrail: { totalCount: 7, unreachableServices: ['user'] } }, errors: undefined });

  orderCounts = false;
  const { data, errors } = await trail();
  expect(data).toEqual({ auditTrail: { totalCount: null, unreachableServices: ['user'] } });
  expect(errors).toMatchObject([{ path: ['auditTrail', 'totalCount'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'order' } }]);
});
