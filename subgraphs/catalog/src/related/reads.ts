import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { ON_SALE, products } from '../products/reads/products.ts';

export const PRODUCT_RELATIONS = ['SIMILAR', 'BOUGHT_TOGETHER', 'SAME_SELLER'] as const;
export type ProductRelation = (typeof PRODUCT_RELATIONS)[number];

/** How many of a category, and of each one beside it, are looked at for what is like a product: a category may have any number. */
const CANDIDATES = { own: 100, beside: 10, categoriesBeside: 20 };
/** How many of the latest orders say what is bought together. */
const ORDERS = 500;

/**
 * SQL for products on sale that may be like the product of this alias, each with its `likeness`. The words of their names and their key words say most, then the
 * category, what they cost, and how much of each was sold.
 */
export function alike(to: string): string {
  return `(
      select candidate.id, 3 * similarity(candidate.name, ${to}.name)
          + least(2, cardinality(array(select unnest(candidate.tags) intersect select unnest(${to}.tags))))
          + (candidate.category_id = ${to}.category_id)::int
          + case when candidate.currency_code = ${to}.currency_code
              then exp(-abs(ln((candidate.price_from_minor_units + 1)::double precision / (${to}.price_from_minor_units + 1)))) else 0 end
          + 0.1 * ln(1 + coalesce(product_sales.units_sold, 0)) as likeness
      from (
        (select product.* from product where product.category_id = ${to}.category_id and ${ON_SALE}
          order by product.created_at desc limit ${CANDIDATES.own})
        union all
        select near.* from (
          select beside.id from category own join category beside on beside.parent_id = own.parent_id and beside.id <> own.id
          where own.id = ${to}.category_id order by beside.position, beside.id limit ${CANDIDATES.categoriesBeside}
        ) beside cross join lateral (
          select product.* from product where product.category_id = beside.id and ${ON_SALE} order by product.created_at desc limit ${CANDIDATES.beside}
        ) near
      ) candidate left join product_sales on product_sales.product_id = candidate.id and product_sales.ended_by is null
    )`;
}

/** What goes with the product `parent.id`, and how well: what its seller chose, in that order, before all that is like it. */
const SIMILAR = `(
    select id, max(likeness) as likeness from (
      select chosen.related_id as id, 1000::double precision - chosen.position as likeness
      from related_choice chosen where chosen.product_id = parent.id
      union all
      select candidate.id, candidate.likeness from product this cross join lateral ${alike('this')} candidate where this.id = parent.id
    ) liked group by id
  ) found`;

/** What was bought in the latest orders that had the product, most often first. */
const BOUGHT_TOGETHER = `(
    select other.product_id as id, count(*)::double precision as likeness
    from (select order_id from purchase where purchase.product_id = parent.id order by purchase.sold_at desc limit ${ORDERS}) latest
    join purchase other on other.order_id = latest.order_id group by other.product_id
  ) found`;

/** What else its seller has, best sold first. */
const SAME_SELLER = `(
    select product.id, coalesce(product_sales.units_sold, 0)::double precision as likeness
    from product left join product_sales on product_sales.product_id = product.id and product_sales.ended_by is null
    where product.seller_id = (select of.seller_id from product of where of.id = parent.id) and ${ON_SALE}
  ) found`;

const FOUND = { SIMILAR, BOUGHT_TOGETHER, SAME_SELLER } satisfies Record<ProductRelation, string>;

const goingWith = (relation: ProductRelation) =>
  listsOf({
    rows: { from: `${FOUND[relation]} join product on product.id = found.id`, columns: products.columns },
    of: 'product.id <> parent.id',
    where: [ON_SALE],
    order: sortedBy(
      `products by ${relation}`,
      { sql: 'found.likeness', type: 'float8', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'ASC' },
    ),
  });

export const relatedReads = {
  /** Products on sale that go with one, by its id, best first. */
  similarTo: goingWith('SIMILAR'),
  boughtWith: goingWith('BOUGHT_TOGETHER'),
  ofSameSeller: goingWith('SAME_SELLER'),
};
