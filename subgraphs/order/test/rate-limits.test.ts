import { expect, test } from '@jest/globals';
import { person } from '@agora/platform/testing/subgraph';
import { openShop } from './shop.ts';

const shop = await openShop({ AGORA_RATE_LIMIT: 'on' });
const bowl = await shop.listed();

test('an address makes a hundred carts at once, and those that there are go on being filled', async () => {
  const lines = [{ variantId: bowl.variantId, quantity: 1 }];
  const { cartToken } = await shop.fill(null, lines);

  const refusals = await Promise.all(
    Array.from({ length: 150 }, () =>
      shop.fill(null, lines).then(
        () => null,
        (error: AggregateError) => error.errors[0].extensions,
      ),
    ),
  );

  expect(refusals.filter((refusal) => refusal === null).length).toBeGreaterThanOrEqual(99);
  const refused = refusals.filter((refusal) => refusal !== null);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect(await shop.fill(null, lines, { cartToken })).toMatchObject({ userErrors: [] });
  expect(await shop.fill(person(), lines)).toMatchObject({ userErrors: [] });
});
