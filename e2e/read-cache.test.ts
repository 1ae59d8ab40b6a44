import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { start as startCatalog } from '@agora/catalog/main';
import { start as startGateway, type RunningGateway } from '@agora/gateway/main';
import { describeOnRedis } from '@agora/platform/testing/describe-on-redis';
import { startRedis, type TestRedis } from '@agora/platform/testing/redis';
import type { Actor } from '@agora/platform/security/actor';
import type { Service } from '@agora/platform/service/service';
import { eventually } from '@agora/platform/testing/eventually';
import { person, startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { SellerVerified } from '@agora/schema/events/user';
import * as z from 'zod';

const Answer = z.object({ data: z.object({ product: z.object({ name: z.string() }).nullable() }) });
const READ = 'query ($id: ID!) { product(id: $id) { name } }';

describeOnRedis('two gateways, two replicas of catalog and one Redis', () => {
  let redis: TestRedis;
  let folder: string;
  let catalog: SubgraphUnderTest;
  let replicas: readonly Service[];
  let gateways: readonly RunningGateway[];
  let seller: Actor;
  let productId: string;

  beforeAll(async () => {
    [redis, folder] = await Promise.all([startRedis(), mkdtemp(path.join(tmpdir(), 'agora-media-'))]);
    const env = { MEDIA_FOLDER: folder, READ_CACHE: 'redis', REDIS_URL: redis.url };
    catalog = await startSubgraph('catalog', startCatalog, ['user.events', 'catalog.events', 'order.events'], env);
    replicas = [catalog.service, await startCatalog({ env: catalog.env, listen: false })];
    gateways = await Promise.all(
      replicas.map((replica) => startGateway({ env: { ...catalog.env, PORT: '0', LOG_LEVEL: 'silent' }, subgraphs: { catalog: replica } })),
    );
    seller = person('SELLER');
    await catalog.happened(SellerVerified, { userId: seller.id });
    const wares = { name: 'Lamp', description: 'It shines.', sku: 'LAMP', stock: 1, categorySlug: 'crafts' };
    const input = { ...wares, price: { amount: '10.00', currencyCode: 'EUR' } };
    const { productCreate } = await catalog.data(
      'mutation ($input: ProductCreateInput!) { productCreate(input: $input) { product { id } } }',
      { input },
      { as: seller },
    );
    productId = z.object({ product: z.object({ id: z.string() }) }).parse(productCreate).product.id;
    const publish = 'mutation ($id: ID!) { productPublish(input: { productId: $id }) { product { id } } }';
    await eventually(async () => {
      const { productPublish } = await catalog.data(publish, { id: productId }, { as: seller });
      return z.object({ product: z.unknown() }).parse(productPublish).product;
    });
  });
  afterAll(async () => {
    await Promise.all((gateways ?? []).map((gateway) => gateway.stop()));
    await replicas?.[1]?.stop();
    await catalog?.stop();
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function rename(name: string): Promise<void> {
    const update = 'mutation ($input: ProductUpdateInput!) { productUpdate(input: $input) { userErrors { code } } }';
    const { productUpdate } = await catalog.data(update, { input: { productId, name } }, { as: seller });
    expect(productUpdate).toEqual({ userErrors: [] });
  }

  /** What a guest is shown at a door. */
  async function shownAt({ url }: RunningGateway): Promise<string | undefined> {
    const body = JSON.stringify({ query: READ, variables: { id: productId } });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return Answer.parse(await response.json()).data.product?.name;
  }

  /** What its seller is shown by a replica. */
  async function shownToSeller(replica: Service): Promise<string | undefined> {
    const identity = { actor: seller, ip: '127.0.0.1' };
    return Answer.parse(await replica.execute({ query: READ, variables: { id: productId }, identity })).data.product?.name;
  }

  test('show a change at once to who made it, and to everybody at both doors once word of it is there', async () => {
    for (let turn = 1; turn <= 10; turn++) {
      const name = `Lamp ${turn}`;
      await Promise.all(gateways.map(shownAt));
      await rename(name);
      expect(await Promise.all(replicas.map(shownToSeller))).toEqual([name, name]);
      await eventually(async () => (await Promise.all(gateways.map(shownAt))).every((shown) => shown === name));
      // And from then on.
      for (let again = 0; again < 3; again++) expect(await Promise.all(gateways.map(shownAt))).toEqual([name, name]);
    }
  });

  test('ask the database once between them', async () => {
    await Promise.all(gateways.map(shownAt));
    catalog.statements();
    for (let again = 0; again < 5; again++) for (const gateway of gateways) await shownAt(gateway);
    expect(catalog.ownStatements()).toEqual([]);
  });

  test('are right while Redis is gone, and when it is back', async () => {
    await redis.kill();
    await rename('Without Redis');
    for (let again = 0; again < 5; again++) expect(await Promise.all(gateways.map(shownAt))).toEqual(['Without Redis', 'Without Redis']);
    await redis.revive();
    await rename('With Redis');
    await eventually(async () => (await Promise.all(gateways.map(shownAt))).every((shown) => shown === 'With Redis'));
  });
});
