import { beforeEach, describe, expect, test } from '@jest/globals';
import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { OrderPlaced } from '@agora/schema/events/order';
import * as z from 'zod';
import { openShop } from './shop.ts';

const shop = await openShop();
const bowl = await shop.listed();
let buyer: Actor;

beforeEach(() => void (buyer = person()));

describe('a cart', () => {
  test('is made for a guest, who holds its token', async () => {
    const { cart, cartToken } = await shop.fill(null, [{ variantId: bowl.variantId, quantity: 2 }]);
    const more = await shop.fill(null, [{ variantId: bowl.variantId, quantity: 3 }], { cartToken });
    expect(more).toMatchObject({ cart: { id: cart?.id, version: 2 }, cartToken: null, userErrors: [] });

    expect(await read(null, cartToken)).toEqual({
      id: cart?.id,
      version: 2,
      total: { amount: '125.00', minorUnits: 12_500, currencyCode: 'EUR' },
      lines: [{ quantity: 5, unitPrice: { amount: '25.00' }, variant: { id: bowl.variantId } }],
      warnings: [],
    });
    for (const token of [null, 'wrong', 'x'.repeat(43)]) expect(await read(null, token)).toBe(null);
    expect(await shop.fill(null, [{ variantId: bowl.variantId, quantity: 1 }], { cartToken: 'wrong' })).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['cartToken'] }],
    });
  });

  test('is made once for a guest who asks again with the same key, because the answer was lost', async () => {
    const begin = (idempotencyKey: string) => shop.fill(null, [{ variantId: bowl.variantId, quantity: 1 }], {}, { idempotencyKey });
    const key = newUuid();
    const [first, ...repeats] = await Promise.all([begin(key), begin(key), begin(key)]);
    expect(first.userErrors).toEqual([]);
    for (const repeat of repeats) expect(repeat).toEqual(first);
    expect(await read(null, first.cartToken)).toMatchObject({ id: first.cart?.id, lines: [{ quantity: 1 }] });
    expect((await begin(newUuid())).cart?.id).not.toBe(first.cart?.id);
  });

  test('of a person needs no token, and nobody else sees it', async () => {
    const { cart, cartToken } = await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }]);
    expect(cartToken).toBe(null);
    expect(await read(buyer)).toMatchObject({ id: cart?.id });
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cart { version } ... on User { cart { id } } } }`;
    const of = [
      { __typename: 'Cart', id: cart?.id },
      { __typename: 'User', id: buyer.id },
    ];
    expect(await shop.subgraph.data(asked, { of }, { as: buyer })).toEqual({ _entities: [{ version: 1 }, { cart: { id: cart?.id } }] });
    expect(await shop.subgraph.data(asked, { of }, { as: person('ADMIN') })).toEqual({ _entities: [null, { cart: null }] });
  });

  test('that a guest filled becomes theirs when they sign in', async () => {
    const vase = await shop.listed();
    const { cartToken } = await shop.fill(null, [
      { variantId: bowl.variantId, quantity: 998 },
      { variantId: vase.variantId, quantity: 1 },
    ]);
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 2 }]);
    for (let times = 1; times <= 2; times++) expect((await shop.fill(buyer, [], { cartToken })).userErrors).toEqual([]);
    expect(await read(buyer)).toMatchObject({
      lines: [
        { quantity: 999, variant: { id: bowl.variantId } },
        { quantity: 1, variant: { id: vase.variantId } },
      ],
    });
    expect(await read(null, cartToken)).toBe(null);
  });

  test("of a guest is kept for 30 days after its last change, an account's for ever", async () => {
    const lines = [{ variantId: bowl.variantId, quantity: 1 }];
    const [old, kept] = [await shop.fill(null, lines), await shop.fill(null, lines)];
    const mine = await shop.fill(buyer, lines);
    const age = (id: string | undefined, days: number) =>
      query(shop.database.fork(), `update cart set updated_at = now() - make_interval(days => $2) where id = $1`, [id, days]);
    await age(kept.cart?.id, 29);
    await age(mine.cart?.id, 400);
    await age(old.cart?.id, 31);

    await eventually(async () => (await read(null, old.cartToken)) === null);
    expect(await read(null, kept.cartToken)).toMatchObject({ id: kept.cart?.id });
    expect(await read(buyer)).toMatchObject({ id: mine.cart?.id });
  });

  test('leaves to the guest what is of another currency', async () => {
    const dollars = await shop.listed({ price: { minorUnits: 100, currencyCode: 'USD' } });
    const { cartToken } = await shop.fill(null, [{ variantId: dollars.variantId, quantity: 1 }]);
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }], { cartToken });
    expect(await read(null, cartToken)).toMatchObject({ lines: [{ variant: { id: dollars.variantId } }] });
    expect(await shop.fill(buyer, [{ variantId: dollars.variantId, quantity: 1 }])).toMatchObject({
      cart: null,
      userErrors: [{ code: 'CURRENCY_MISMATCH', field: ['lines', '0', 'variantId'] }],
    });
  });

  test('counts in the currency that is wanted, where everything in it is sold in that', async () => {
    const euros = { minorUnits: 2_500, currencyCode: 'EUR' };
    const dollars = (minorUnits: number) => ({ minorUnits, currencyCode: 'USD' });
    const [vase, plate] = [await shop.listed({ prices: [euros, dollars(2_750)] }), await shop.listed({ prices: [euros, dollars(2_750)] })];
    const add = (variantId: string, currencyCode?: string) => shop.fill(buyer, [{ variantId, quantity: 1 }], { currencyCode });
    const mismatch = (...field: readonly string[]) => ({ cart: null, userErrors: [{ code: 'CURRENCY_MISMATCH', field }] });
    expect(await add(vase.variantId, 'COP')).toMatchObject(mismatch('lines', '0', 'variantId'));
    expect((await add(vase.variantId, 'USD')).userErrors).toEqual([]);
    expect((await add(plate.variantId)).userErrors).toEqual([]);
    expect(await read(buyer)).toMatchObject({ total: { amount: '55.00', currencyCode: 'USD' }, warnings: [] });
    expect(await add(bowl.variantId)).toMatchObject(mismatch('lines', '0', 'variantId'));
    expect(await add(vase.variantId, 'EUR')).toMatchObject(mismatch('currencyCode'));

    const warned = (...codes: readonly string[]) =>
      eventually(async () => {
        expect(await read(buyer)).toMatchObject({ warnings: codes.map((code) => ({ code })) });
        return true;
      });
    await shop.subgraph.happened(VariantListed, { ...vase, prices: [euros, dollars(2_800)], version: 2 });
    await shop.subgraph.happened(VariantListed, { ...plate, prices: [euros], version: 2 });
    await warned('PRICE_INCREASED', 'NOT_AVAILABLE');
    const { id } = z.object({ id: z.string() }).parse(await read(buyer));
    const buy = () => shop.checkout(buyer, id, 'sandbox-approve', { acceptPriceChanges: true });
    expect(await buy()).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    await shop.subgraph.happened(VariantListed, { ...plate, prices: [euros, dollars(2_750)], version: 3 });
    await warned('PRICE_INCREASED');
    const { order } = await buy();
    const placed = await shop.subgraph.heard(OrderPlaced, ({ orderId }) => orderId === order?.id);
    expect(placed.total).toEqual(dollars(5_550));
  });

  test('takes all lines or none, and says what is wrong with each', async () => {
    await shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 990 }]);
    const { userErrors } = await shop.fill(buyer, [
      { variantId: bowl.variantId, quantity: 5 },
      { variantId: newId('var'), quantity: 1 },
      { variantId: bowl.variantId, quantity: 5 },
      { variantId: 'var_\0', quantity: 1 },
    ]);
    expect(userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['lines', '1', 'variantId'] },
      { code: 'INVALID', field: ['lines', '2', 'quantity'] },
      { code: 'NOT_FOUND', field: ['lines', '3', 'variantId'] },
    ]);
    expect(await read(buyer)).toMatchObject({ version: 1, lines: [{ quantity: 990 }] });
  });

  test('says what is wrong with the first twenty, where more is', async () => {
    const { userErrors } = await shop.fill(
      buyer,
      Array.from({ length: 100 }, () => ({ variantId: newId('var'), quantity: 1 })),
    );
    expect(userErrors).toHaveLength(20);
    expect(userErrors[19]).toEqual({ code: 'NOT_FOUND', field: ['lines', '19', 'variantId'] });
  });

  test('refuses quantities and numbers of lines that make no sense', async () => {
    const one = { variantId: bowl.variantId, quantity: 1 };
    const cases: [unknown[], string[]][] = [
      [[{ ...one, quantity: 0 }], ['lines', '0', 'quantity']],
      [
        [one, { ...one, quantity: -3 }],
        ['lines', '1', 'quantity'],
      ],
      [[{ ...one, quantity: 1_000 }], ['lines', '0', 'quantity']],
      [[], ['lines']],
      [Array(101).fill(one), ['lines']],
    ];
    for (const [lines, field] of cases) {
      expect((await shop.fill(buyer, lines as [])).userErrors).toEqual([{ code: 'INVALID', field }]);
    }
    expect((await shop.fill(null, [one], { cartToken: 'x'.repeat(1_000_000) })).userErrors).toEqual([
      { code: 'INVALID', field: ['cartToken'] },
    ]);
    expect(await read(buyer)).toBe(null);
  });

  test('is not changed by somebody who saw another version of it', async () => {
    const line = { variantId: bowl.variantId, quantity: 1 };
    const { cart } = await shop.fill(buyer, [line]);
    const attempts = await Promise.all(Array.from({ length: 5 }, () => shop.fill(buyer, [line], { expectedVersion: cart?.version })));
    expect(attempts.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(attempts.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array(4).fill({ code: 'VERSION_MISMATCH', field: ['expectedVersion'] }),
    );
    expect(await read(buyer)).toMatchObject({ version: 2, lines: [{ quantity: 2 }] });
  });

  test('counts every addition of many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => shop.fill(buyer, [{ variantId: bowl.variantId, quantity: 1 }])));
    expect(await read(buyer)).toMatchObject({ version: 20, lines: [{ quantity: 20 }] });
  });

  test('tells of prices that changed and of things that are gone, and forgets terms that are out of date', async () => {
    const [dearer, cheaper, gone] = [await shop.listed(), await shop.listed(), await shop.listed()];
    await shop.fill(
      buyer,
      [dearer, cheaper, gone].map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    await shop.subgraph.happened(VariantListed, { ...dearer, price: { minorUnits: 2_600, currencyCode: 'EUR' }, version: 3 });
    await shop.subgraph.happened(VariantListed, { ...dearer, price: { minorUnits: 1, currencyCode: 'EUR' }, version: 2 });
    await shop.subgraph.happened(VariantListed, { ...cheaper, price: { minorUnits: 2_400, currencyCode: 'EUR' }, version: 2 });
    await shop.subgraph.happened(VariantDelisted, { variantId: gone.variantId, version: 2 });
    const Warnings = z.object({ cart: z.object({ warnings: z.array(z.object({ code: z.string() })) }) });
    await eventually(async () => {
      const { cart } = Warnings.parse(await shop.subgraph.data(`{ cart { warnings { code } } }`, {}, { as: buyer }));
      expect(cart.warnings.map(({ code }) => code)).toEqual(['PRICE_INCREASED', 'PRICE_DECREASED', 'NOT_AVAILABLE']);
      return true;
    });
    expect(await shop.subgraph.data('{ cart { warnings { message } } }', {}, { as: buyer, acceptLanguage: 'es-CO' })).toEqual({
      cart: {
        warnings: [
          { message: 'El precio de Tea bowl subió.' },
          { message: 'El precio de Tea bowl bajó.' },
          { message: 'Tea bowl ya no se puede comprar.' },
        ],
      },
    });
    const cart = await read(buyer);
    expect(await shop.checkout(buyer, z.object({ id: z.string() }).parse(cart).id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await shop.fill(buyer, [{ variantId: gone.variantId, quantity: 1 }])).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  async function read(who: Actor | null, token: string | null = null): Promise<unknown> {
    const { cart } = await shop.subgraph.data(
      `query ($token: String) {
         cart(token: $token) {
           id version total { amount minorUnits currencyCode } warnings { code }
           lines { quantity unitPrice { amount } variant { id } }
         }
       }`,
      { token },
      { as: who },
    );
    return cart;
  }
});
