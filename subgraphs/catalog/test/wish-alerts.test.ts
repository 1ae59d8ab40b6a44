import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { PriceDropped, ProductRestocked } from '@agora/schema/events/catalog';
import { Client } from 'pg';
import { type Listed, openShop, type Shop } from './shop.ts';
import { done, type Wishes, wishesIn } from './wishes.ts';

let shop: Shop;
let wishes: Wishes;
let seller: Actor;
let database: Client;

beforeAll(async () => {
  shop = await openShop();
  wishes = wishesIn(shop);
  seller = await shop.verifiedSeller();
  database = new Client({ connectionString: shop.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await shop.stop();
});

async function mutate(name: string, input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await shop.data(
    `mutation($input: ${type}!) { payload: ${name}(input: $input) { userErrors { code } } }`,
    { input },
    { as: seller },
  );
  expect(data).toEqual({ payload: { userErrors: [] } });
}

const reprice = ({ id: productId, variantId }: Listed, amount: string) =>
  mutate('productVariantsUpdate', { productId, variants: [{ variantId, prices: [{ price: { amount, currencyCode: 'EUR' } }] }] });
const restock = ({ variantId }: Listed, onHand: number) => mutate('variantStockSet', { counts: [{ variantId, onHand }] });

/** Waits until the wishes of somebody were looked at, and are known to be so. */
const known = (who: Actor, is: { readonly cheaper?: boolean; readonly available?: boolean }) =>
  eventually(async () => {
    const { rows } = await database.query('select is_cheaper, is_available from wishlist_item where owner_id = $1', [who.id]);
    return (
      rows.length > 0 &&
      rows.every((row) => is.cheaper === undefined || row.is_cheaper === is.cheaper) &&
      rows.every((row) => is.available === undefined || row.is_available === is.available)
    );
  });

const drops = (who: Actor) =>
  shop
    .heardAll(PriceDropped)
    .flatMap(({ people, productName }) =>
      people.filter(({ userId }) => userId === who.id).map(({ price }) => [productName, price.minorUnits]),
    );
const returns = (who: Actor) => shop.heardAll(ProductRestocked, ({ userIds }) => userIds.includes(who.id)).length;

describe('who wishes for something', () => {
  test('hears once that it got cheaper than when they wished for it, and again when that happens again', async () => {
    const [ana, leo, eva, mug] = [person(), person(), person(), await shop.list(seller, { name: 'Mug' })];
    const wish = { productId: mug.id, alerts: ['PRICE_DROP'] };
    await wishes.add(ana, wish);
    const { id: wishlistId } = done((await wishes.create(ana, 'Other')).wishlist);
    await wishes.add(ana, { ...wish, variantId: mug.variantId, wishlistId });
    await wishes.add(seller, wish);
    await wishes.add(leo, { productId: mug.id });
    const { item } = await wishes.add(eva, wish);
    await wishes.remove(eva, { itemId: done(item).id });

    await reprice(mug, '8.00');
    expect(await shop.heard(PriceDropped, ({ productId }) => productId === mug.id)).toEqual({
      productId: mug.id,
      sellerId: seller.id,
      productName: 'Mug',
      people: [
        { userId: ana.id, priceBefore: { minorUnits: 1_000, currencyCode: 'EUR' }, price: { minorUnits: 800, currencyCode: 'EUR' } },
      ],
    });
    await reprice(mug, '7.00');
    await reprice(mug, '10.00');
    await known(ana, { cheaper: false });
    await reprice(mug, '9.00');
    await eventually(() => drops(ana).length === 2);
    expect(drops(ana)).toEqual([
      ['Mug', 800],
      ['Mug', 900],
    ]);
    await known(seller, { cheaper: true });
    for (const nobody of [seller, leo, eva]) expect(drops(nobody)).toEqual([]);
  });

  test('hears that it can be bought again: the variant that they wish for, or any; after it sold out, or was off sale', async () => {
    const [ana, leo, bag] = [person(), person(), await shop.list(seller, { name: 'Bag', stock: 1 })];
    await wishes.add(ana, { productId: bag.id });
    await wishes.add(leo, { productId: bag.id, variantId: bag.variantId, alerts: [] });
    await restock(bag, 0);
    await known(ana, { available: false });
    await restock(bag, 4);
    await eventually(() => returns(ana) === 1);
    await restock(bag, 5);
    await mutate('productUnpublish', { productId: bag.id });
    await known(ana, { available: false });
    await mutate('productPublish', { productId: bag.id });
    await eventually(() => returns(ana) === 2);
    await known(leo, { available: true });
    expect(returns(leo)).toBe(0);
    await wishes.change(leo, { itemId: done(await wishes.lists(leo)).nodes[0]?.items.nodes[0]?.id, alerts: ['BACK_IN_STOCK'] });
    await wishes.remove(ana, { productId: bag.id });
    await restock(bag, 0);
    await known(leo, { available: false });
    await restock(bag, 1);
    await eventually(() => returns(leo) === 1);
    expect(returns(ana)).toBe(2);
  });

  test('hears of what happened alone: not that it is there when it got cheaper, nor of its price when it is back', async () => {
    const [ana, cup] = [person(), await shop.list(seller, { name: 'Cup' })];
    await wishes.add(ana, { productId: cup.id, alerts: ['PRICE_DROP', 'BACK_IN_STOCK'] });
    await reprice(cup, '8.00');
    await eventually(() => drops(ana).length === 1);
    expect(returns(ana)).toBe(0);
    await restock(cup, 0);
    await known(ana, { available: false });
    await restock(cup, 3);
    await eventually(() => returns(ana) === 1);
    expect(drops(ana)).toHaveLength(1);
  });

  test('is one of 2,600, who are told by six events in few statements, after the seller has long been answered', async () => {
    const lamp = await shop.list(seller, { name: 'Lamp' });
    const ids = Array.from({ length: 2_600 }, () => newId('usr'));
    await database.query(
      `with list as (
         insert into wishlist (id, owner_id, name, is_default, version, created_at, updated_at)
         select 'wsl_' || owner_id, owner_id, 'Wishlist', true, 1, now(), now() from unnest($1::text[]) as owner_id returning id, owner_id
       )
       insert into wishlist_item
         (id, wishlist_id, owner_id, product_id, place, quantity, price_minor_units, currency_code, alerts, is_cheaper, is_available, added_at)
       select 'wsi_' || owner_id, id, owner_id, $2, 1, 1, 1000, 'EUR', '{PRICE_DROP}', false, true, now() from list`,
      [ids, lamp.id],
    );
    shop.statements();
    await reprice(lamp, '9.00');
    const told = () =>
      shop.heardAll(PriceDropped, ({ productId }) => productId === lamp.id).map(({ people }) => people.map(({ userId }) => userId));
    await eventually(() => told().flat().length >= ids.length);
    expect(told().flat().toSorted()).toEqual(ids.toSorted());
    expect(told().map(({ length }) => length)).toEqual([500, 500, 500, 500, 500, 100]);
    const looked = shop.statements().filter((sql) => sql.includes('wish'));
    // Noted once; then claimed, found, kept and, but for the last time, noted again; and what else was due before.
    expect(looked.length).toBeLessThan(40);
    const { rows } = await database.query('select count(*)::int as due from wish_due where product_id = $1', [lamp.id]);
    expect(rows).toEqual([{ due: 0 }]);
  });
});
