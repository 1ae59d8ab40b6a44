import { query, unhurried } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { newUuid } from '@agora/platform/ids';
import { boolean, columnsOf, number, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { PriceDropped, ProductRestocked } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { ON_SALE } from '../../products/reads/products.ts';
import { WishDue } from '../model/wish-due.ts';
import { WishlistItem } from '../model/wishlist-item.ts';

/** One event tells of so many. */
const PEOPLE_AT_ONCE = 500;

/**
 * Looks at up to 500 people who wish for a product that may have another price or stock, keeps how it is now, and announces whom to tell that it got
 * cheaper than when they wished for it, or can be bought again. False where nothing is due.
 */
export async function tellWishers(em: EntityManager): Promise<boolean> {
  return unhurried(em, async (tx) => {
    const claimed = await claim(tx);
    const [due] = claimed;
    if (!due) return false;
    const { productId } = due;
    const [after = ''] = claimed.map(({ afterOwnerId }) => afterOwnerId).toSorted();
    const people = (await concerned(tx, [productId, after, PEOPLE_AT_ONCE])).map(({ ownerId }) => ownerId);
    const crossings = people.length === 0 ? [] : await follow(tx, [productId, people]);
    if (people.length === PEOPLE_AT_ONCE) await goOn(tx, productId, people.at(-1) ?? '');
    await announceCrossings(tx, productId, crossings);
    return true;
  });
}

/** What is locked is another replica's. */
const claim = statement(
  columnsOf(WishDue, 'productId', 'afterOwnerId'),
  (columns) => `delete from wish_due where id in (
      select id from wish_due where product_id = (select product_id from wish_due order by id limit 1 for update skip locked) for update skip locked
    ) returning ${columns}`,
);

/** What can be wished for of the product `$1`, and how it is: each variant, and any of them, which has the id null. */
const OFFER = `offer as (
    select null::text as variant_id, product.price_from_minor_units as price, product.currency_code, ${ON_SALE} as is_on_sale,
      ${ON_SALE} and exists (select from product_variant as any_variant
        where any_variant.product_id = product.id and any_variant.is_enabled and any_variant.available > 0) as is_available
    from product where product.id = $1
    union all
    select product_variant.id, product_variant.price_minor_units, product.currency_code, ${ON_SALE} and product_variant.is_enabled,
      ${ON_SALE} and product_variant.is_enabled and product_variant.available > 0
    from product join product_variant on product_variant.product_id = product.id where product.id = $1
  ), seen as (
    select known.id, known.owner_id, known.is_cheaper as was_cheaper, known.is_available as was_available, offer.price, offer.is_available,
      case when offer.is_on_sale and offer.currency_code = known.currency_code then offer.price < known.price_minor_units else known.is_cheaper end as is_cheaper
    from wishlist_item as known join offer on offer.variant_id is not distinct from known.variant_id
    where known.product_id = $1
  )`;

const DIFFERS = '(seen.is_cheaper <> seen.was_cheaper or seen.is_available <> seen.was_available)';

const concerned = statement(
  { ownerId: text('seen.owner_id') },
  (columns) => `with ${OFFER} select distinct ${columns}, seen.owner_id collate "C" as place from seen
    where seen.owner_id collate "C" > $2 and ${DIFFERS} order by place limit $3`,
);

const CROSSING = {
  ...columnsOf(WishlistItem, 'ownerId', 'variantId', 'alerts', 'priceMinorUnits', 'currencyCode'),
  price: number('seen.price'),
  gotCheaper: boolean('seen.is_cheaper and not seen.was_cheaper'),
  isBack: boolean('seen.is_available and not seen.was_available'),
};

type Crossing = Awaited<ReturnType<typeof follow>>[number];

/** An item that somebody else has changed meanwhile is due again by that. */
const follow = statement(
  CROSSING,
  (columns) => `with ${OFFER} update wishlist_item set is_cheaper = seen.is_cheaper, is_available = seen.is_available from seen
    where wishlist_item.id = seen.id and seen.owner_id = any($2::text[]) and ${DIFFERS}
      and wishlist_item.is_cheaper = seen.was_cheaper and wishlist_item.is_available = seen.was_available
    returning ${columns}`,
);

async function goOn(tx: EntityManager, productId: string, afterOwnerId: string): Promise<void> {
  await query(tx, 'insert into wish_due (id, product_id, after_owner_id) values ($1, $2, $3)', [newUuid(), productId, afterOwnerId]);
}

const sold = statement(columnsOf(Product, 'name', 'sellerId'), (columns) => `select ${columns} from product where id = $1`);

/** Each person is told of one product once; nobody of their own. */
async function announceCrossings(tx: EntityManager, productId: string, crossings: readonly Crossing[]): Promise<void> {
  const cheaper = crossings.filter(({ gotCheaper, alerts }) => gotCheaper && alerts.includes('PRICE_DROP'));
  const back = crossings.filter(({ isBack, alerts }) => isBack && alerts.includes('BACK_IN_STOCK'));
  if (cheaper.length === 0 && back.length === 0) return;
  const [product] = await sold(tx, [productId]);
  if (!product) return;
  const { sellerId, name: productName } = product;
  const about = { productId, sellerId, productName };
  const drops = oneEach(
    cheaper.toSorted((one, other) => dropOf(other) - dropOf(one)),
    sellerId,
  );
  if (drops.length > 0) {
    await announce(tx, PriceDropped, {
      ...about,
      people: drops.map(({ ownerId: userId, priceMinorUnits, price, currencyCode }) => ({
        userId,
        priceBefore: { minorUnits: priceMinorUnits, currencyCode },
        price: { minorUnits: price, currencyCode },
      })),
    });
  }
  const userIds = oneEach(back, sellerId).map(({ ownerId }) => ownerId);
  if (userIds.length > 0) await announce(tx, ProductRestocked, { ...about, userIds });
}

function dropOf({ priceMinorUnits, price }: Crossing): number {
  return priceMinorUnits - price;
}

function oneEach(crossings: readonly Crossing[], sellerId: string): Crossing[] {
  const first = new Map(crossings.toReversed().map((crossing) => [crossing.ownerId, crossing]));
  first.delete(sellerId);
  return [...first.values()];
}
