import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cruiseRepository } from '../src/boundaries.ts';

/** A repository in miniature: each file breaks the one rule it is listed under. */
const BREACHES: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'subgraphs-meet-on-the-wire': ['subgraphs/order/src/peek.ts', '../../catalog/src/stock/commands/reserve.ts'],
  'platform-knows-no-subgraph': ['platform/src/peek.ts', '../../schema/events/order.ts'],
  'contracts-stand-alone': ['schema/events/peek.ts', '../../platform/src/errors.ts'],
  'executor-stands-alone': ['executor/src/peek.ts', '../../platform/src/errors.ts'],
  'model-is-at-the-bottom': ['subgraphs/order/src/orders/model/peek.ts', '../commands/place-order.ts'],
  'commands-and-reads-do-not-know-who-calls': ['subgraphs/order/src/orders/commands/peek.ts', '../resolvers.ts'],
  'reads-change-nothing': ['subgraphs/order/src/orders/reads.ts', './pay.ts'],
  'rooms-do-not-know-the-subgraph': ['subgraphs/order/src/payments/peek.ts', '../entities.ts'],
  'a-context-is-a-type': ['subgraphs/order/src/payments/resolvers.ts', '../context.ts'],
  'rooms-face-one-way': ['subgraphs/order/src/orders/peek.ts', '../payments/model.ts'],
  'only-one-folder-speaks-kafka': ['platform/src/peek-kafka.ts', '../../node_modules/kafkajs/index.js'],
  'only-local-knows-every-service': ['bench/peek.ts', '../subgraphs/order/src/main.ts'],
  'local-enters-by-main': ['local/src/peek.ts', '../../subgraphs/order/src/orders/commands/place-order.ts'],
  'gateway-knows-no-service': ['gateway/src/peek.ts', '../../subgraphs/order/src/main.ts'],
  'no-cycles': ['platform/src/here.ts', './there.ts'],
};

const CLEAN: Readonly<Record<string, string>> = {
  'subgraphs/catalog/src/stock/commands/reserve.ts': `import '../../../../../platform/src/errors.ts';`,
  'subgraphs/order/src/orders/commands/place-order.ts': `import '../model/order.ts';`,
  'subgraphs/order/src/orders/model/order.ts': `import '../../../../../platform/src/errors.ts';`,
  'subgraphs/order/src/orders/resolvers.ts': `import './commands/place-order.ts';`,
  'subgraphs/order/src/payments/model.ts': `import '../orders/model/order.ts';`,
  'subgraphs/order/src/orders/pay.ts': '',
  'subgraphs/order/src/entities.ts': '',
  'subgraphs/order/src/context.ts': '',
  'subgraphs/order/src/payments/pay.ts': `import './model.ts';`,
  'subgraphs/order/src/graph/resolvers.ts': `import '../orders/resolvers.ts';`,
  'subgraphs/order/src/main.ts': `import './graph/resolvers.ts';`,
  'platform/src/errors.ts': '',
  'platform/src/transport/kafka/kafka-bus.ts': `import '../../../../node_modules/kafkajs/index.js';`,
  'platform/src/there.ts': `import './here.ts';`,
  'schema/events/event.ts': '',
  'schema/events/order.ts': `import './event.ts';`,
  'local/src/main.ts': `import '../../subgraphs/order/src/main.ts';`,
  'gateway/src/main.ts': `import '../../platform/src/errors.ts';`,
  'node_modules/kafkajs/index.js': 'export {};',
};

const ROOMS = { order: ['orders', 'payments'], catalog: ['stock'] };

const FOLDERS = ['schema', 'platform', 'executor', 'gateway', 'subgraphs', 'local', 'bench'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-boundaries-'));
  for (const [file, imports] of Object.values(BREACHES)) await plant(file, `import '${imports}';\nexport {};\n`);
  for (const [file, source] of Object.entries(CLEAN)) await plant(file, `${source}\nexport {};\n`);
  for (const [name, rooms] of Object.entries(ROOMS)) await plant(`subgraphs/${name}/package.json`, JSON.stringify({ agora: { rooms } }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each planted breach is caught by its rule, and nothing else is', async () => {
  const { breaches } = await cruiseRepository(FOLDERS, folder);
  const caught = new Set(breaches.map(({ rule, from }) => `${rule}: ${from}`));
  for (const [rule, [file]] of Object.entries(BREACHES)) expect(caught).toContain(`${rule}: ${file}`);
  for (const { from } of breaches) expect(Object.keys(CLEAN).filter((file) => !file.includes('there'))).not.toContain(from);
});

test('a folder that is no room, a room without a folder and a rule that sees nothing are found', async () => {
  expect((await cruiseRepository(FOLDERS, folder)).blind).toEqual([]);
  await plant('subgraphs/catalog/src/hidden/peek.ts', 'export {};');
  await plant('subgraphs/catalog/package.json', JSON.stringify({ agora: { rooms: ['stock', 'reviews', 'media'] } }));
  const { blind } = await cruiseRepository(FOLDERS, folder);
  expect(blind).toEqual([
    'rooms-face-one-way sees no module in ^subgraphs/catalog/src/reviews/.',
    'subgraphs/catalog/src/hidden is no room of its package.json.',
    'subgraphs/catalog/package.json says the room reviews, which has no folder.',
    'subgraphs/catalog/package.json says the room media, which has no folder.',
  ]);
});

test('the repository itself keeps its rules, and each of them saw it', async () => {
  const { breaches, blind } = await cruiseRepository(FOLDERS.slice(0, -1));
  expect(breaches).toEqual([]);
  expect(blind).toEqual([]);
});

async function plant(file: string, source: string): Promise<void> {
  await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
  await writeFile(path.join(folder, file), source);
}
