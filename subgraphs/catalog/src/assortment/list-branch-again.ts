import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { announceVariants, TERMS } from '../products/commands/announce-listed.ts';
import { Product } from '../products/model/product.ts';

/** Announces new terms of what is on sale in and below categories that have another place; they are changed, and so locked, before. */
export async function listBranchesAgain(tx: EntityManager, categoryIds: readonly string[]): Promise<void> {
  if (categoryIds.length > 0) await listProductsAgain(tx, await productsBelow(tx, [categoryIds]));
}

/** The same of products that are in another category. */
export async function listProductsAgain(tx: EntityManager, moved: readonly { readonly id: string }[]): Promise<void> {
  // Drafts, too: one that is being published now has told terms with the old categories, and is on sale once it can be locked.
  const products = await tx.find(
    Product,
    { id: { $in: moved.map(({ id }) => id) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const onSale = products.filter(({ isOnSale }) => isOnSale);
  await tx.populate(onSale, TERMS);
  for (const variant of onSale.flatMap(({ variants }) => variants.getItems())) variant.listAgain();
  await tx.flush();
  for (const product of onSale) await announceVariants(tx, product);
}

const productsBelow = statement(
  columnsOf(Product, 'id'),
  (columns) => `select ${columns} from product join category on category.id = product.category_id where category.path && $1::text[]`,
);
