import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import * as z from 'zod';
import { start } from '../src/main.ts';

let notification: SubgraphUnderTest;

beforeAll(async () => {
  notification = await startSubgraph('notification', start, ['user.events', 'order.events', 'forum.events', 'notification.events'], {
    SMTP_URL: 'smtp://127.0.0.1:1',
  });
});
afterAll(() => notification.stop());

test('the event catalog shows every event with its owner, who reacts to it, and its shape', async () => {
  const { eventCatalog } = z
    .object({
      eventCatalog: z.array(
        z.object({
          name: z.string(),
          version: z.int(),
          description: z.string(),
          topic: z.string(),
          owner: z.string(),
          consumers: z.array(z.string()),
          jsonSchema: z.string(),
          isDeprecated: z.boolean(),
        }),
      ),
    })
    .parse(await notification.data('{ eventCatalog { name version description topic owner consumers jsonSchema isDeprecated } }'));
  const confirmed = eventCatalog.find(({ name }) => name === 'order.confirmed');
  expect(confirmed).toMatchObject({
    version: 1,
    description: 'The order is a sale; catalog sells what was set aside for it.',
    topic: 'order.events',
    owner: 'order',
    isDeprecated: false,
  });
  expect(confirmed?.consumers).toContain('notification');
  expect(JSON.parse(confirmed?.jsonSchema ?? '')).toMatchObject({
    type: 'object',
    properties: { orderId: { type: 'string' }, total: { type: 'object', required: ['minorUnits', 'currencyCode'] } },
  });
  expect(eventCatalog.filter(({ owner }) => owner === 'notification').map(({ name }) => name)).toEqual([
    'notification.created',
    'notification.deadletter.retried',
    'notification.deadletter.skipped',
    'notification.events.redelivered',
    'notification.order.notified',
    'notification.parkedkey.retried',
    'notification.projection.refilled',
  ]);
  expect(await notification.data('{ eventCatalog(owner: "notification") { name } }')).toEqual({
    eventCatalog: eventCatalog.filter(({ owner }) => owner === 'notification').map(({ name }) => ({ name })),
  });
  expect(await notification.data('{ eventCatalog(owner: "nobody") { name } }')).toEqual({ eventCatalog: [] });
});
