import type { EntityManager } from '@mikro-orm/postgresql';
import { DAY_MS } from '@agora/platform/durations';
import { transaction } from '@agora/platform/database/database';
import { lock } from '@agora/platform/database/advisory-lock';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { DEMO_PRODUCTS, type DemoProduct } from '@agora/schema/demo/products';
import { offSale } from './off-sale.ts';
import { option, variant } from './variants.ts';
import { announceListed } from '../products/commands/announce-listed.ts';
import { demoAsked, demoAttributes } from './attributes.ts';
import { branchOf, demoCategories } from './categories.ts';
import { demoFacts } from './facts.ts';
import { Category } from '../categories/model/category.ts';
import { Product } from '../products/model/product.ts';
import { reviewDemo } from './reviews.ts';
import { showPictures } from './show-pictures.ts';
import { stockDemo } from './stock.ts';
import { demoTags, demoTaxClass } from './tags.ts';
import { Seller } from '../sellers/model.ts';
import type { ShareLinks } from '../wishlists/share-links.ts';
import { demoWishlists } from './wishlists.ts';

const YEAR_DAYS = 365;

/** Fills an empty catalogue with products that went on sale over the last twelve months, and announces them. */
export async function loadDemo(em: EntityManager, links: ShareLinks): Promise<void> {
  await transaction(em, async (tx) => {
    await lock(tx, 'demo data');
    if ((await tx.count(Product)) > 0) return;
    const sellers = DEMO_PEOPLE.filter(({ isVerifiedSeller }) => isVerifiedSeller);
    await tx.upsertMany(
      Seller,
      sellers.map(({ id }) => ({ userId: id, isVerified: true, isSuspended: false })),
    );
    const categories = demoCategories(await tx.find(Category, {}));
    const attributes = demoAttributes();
    tx.persist([...categories.values(), ...attributes.values(), ...demoAsked(categories, attributes)]);
    const now = Date.now();
    const products = DEMO_PRODUCTS.map((facts, index) => {
      const listedAt = new Date(now - daysAgo(index) * DAY_MS);
      return listed(facts, categoryOf(facts, categories), listedAt);
    });
    await tx.persist([...products, ...demoFacts(products, attributes), ...offSale(categories, new Date(now - DAY_MS))]).flush();
    await stockDemo(tx);
    await showPictures(tx, categories, new Date(now));
    tx.persist(demoWishlists(links, new Date(now - DAY_MS)));
    await reviewDemo(tx, products, new Date(now));
    for (const product of products) await announceListed(tx, product);
  });
}

function listed(facts: DemoProduct, category: Category, listedAt: Date): Product {
  const { id, slug, name, description, translations, sellerId, options, variants } = facts;
  const product = Product.draft({
    id,
    slug,
    locale: 'en',
    name,
    description,
    translations,
    category,
    sellerId,
    tags: demoTags(facts),
    taxClass: demoTaxClass(facts),
    currencyCode: 'EUR',
    createdAt: listedAt,
    options: options.map(option),
    variants: variants.map(variant),
  });
  product.publish(listedAt);
  return product;
}

/** Spread over the year with the categories mixed: neighbours in the list are months apart. */
function daysAgo(index: number): number {
  return 2 + ((index * 137) % YEAR_DAYS);
}

/** Its branch, or else the category that it is made for. */
function categoryOf({ slug, category }: DemoProduct, categories: ReadonlyMap<string, Category>): Category {
  const found = categories.get(branchOf(slug) ?? category);
  if (!found) throw new Error(`The demo product ${slug} is in "${category}", which is no category.`);
  return found;
}
