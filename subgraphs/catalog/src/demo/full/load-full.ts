import { query, transaction } from '@agora/platform/database/database';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import { demoId } from '@agora/schema/demo/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { announceListed } from '../../products/commands/announce-listed.ts';
import { Product } from '../../products/model/product.ts';
import { countWords } from '../../search/count-words.ts';
import { rememberStanding } from '../../sellers/remember-standing.ts';
import { Seller } from '../../sellers/model.ts';
import { receiveFirstUnits } from '../../stock/receive-first-units.ts';
import { countReviews, insertReviews } from '../reviews.ts';
import { type FullProduct, fullProduct } from './full-product.ts';
import { fullReviews } from './full-reviews.ts';

/** Written together: what is in memory at a time. */
const BATCH = 200;

/**
 * Makes so many believable products with six reviews on average, and goes on where it was ended; `progress` hears how many there are. They are of the sellers that
 * catalog has heard of, and of the demo's, and whoever follows events hears of them.
 */
export async function loadFull(fork: () => EntityManager, count: number, progress: (done: number) => void): Promise<void> {
  const now = new Date();
  const sellerIds = await verifiedSellers(fork());
  for (let first = 0; first < count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => first + index);
    await transaction(fork(), (tx) => loadBatch(tx, numbers, sellerIds, now));
    progress(first + numbers.length);
  }
  await countWords(fork());
  // Until PostgreSQL looks by itself, minutes later, it would plan reads as if the tables were nearly empty.
  await query(fork(), 'analyze');
}

async function verifiedSellers(em: EntityManager): Promise<string[]> {
  return transaction(em, async (tx) => {
    const demoSellers = DEMO_PEOPLE.filter(({ isVerifiedSeller }) => isVerifiedSeller).map(({ id }) => id);
    await rememberStanding(tx, demoSellers, { isVerified: true });
    await tx.flush();
    const sellers = await tx.find(Seller, { isVerified: true, isSuspended: false }, { orderBy: { userId: 'asc' } });
    return sellers.map(({ userId }) => userId);
  });
}

async function loadBatch(tx: EntityManager, numbers: readonly number[], sellerIds: readonly string[], now: Date): Promise<void> {
  const known = await tx.find(Product, { id: numbers.map((number) => demoId('prd', `full ${number}`)) }, { fields: ['id'] });
  const isThere = new Set(known.map(({ id }) => id));
  const categories = new Map((await tx.find(Category, {})).map((category) => [category.slug, category]));
  const wanted = numbers.map((number) => fullProduct(number, sellerIds, now)).filter(({ id }) => !isThere.has(id));
  const products = wanted.map((given) => listed(given, categories));
  await tx.persist(products).flush();
  await receiveFirstUnits(
    tx,
    wanted.flatMap(({ id: productId, sellerId, variants, stock }) =>
      variants.map(({ id }, index) => ({ variant: { id, productId, sellerId }, quantity: stock[index] ?? 0 })),
    ),
  );
  for (const product of products) await announceListed(tx, product);
  await insertReviews(
    tx,
    numbers.flatMap((number) => fullReviews(number, fullProduct(number, sellerIds, now), now)),
  );
  await countReviews(
    tx,
    numbers.map((number) => demoId('prd', `full ${number}`)),
  );
}

function listed({ categorySlug, stock: _, ...given }: FullProduct, categories: ReadonlyMap<string, Category>): Product {
  const category = categories.get(categorySlug);
  if (!category) throw new Error(`There is no category ${categorySlug}.`);
  const product = Product.draft({ ...given, category });
  product.publish(given.createdAt);
  return product;
}
