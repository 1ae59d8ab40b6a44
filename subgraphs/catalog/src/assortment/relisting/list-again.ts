import { query, transaction } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { announceVariants, TERMS } from '../../products/commands/announce-listed.ts';
import { Product } from '../../products/model/product.ts';
import { ProductRelisting } from './model.ts';

const AT_ONCE = 50;

/** Announces new terms of all that is left to be listed again, so many at a time, in the order of their ids. */
export async function listLeftAgain(fork: () => EntityManager): Promise<void> {
  while ((await listSomeAgain(fork())) === AT_ONCE);
}

/** How many there were. */
async function listSomeAgain(em: EntityManager): Promise<number> {
  return transaction(em, async (tx) => {
    const left = await claim(tx, [AT_ONCE]);
    if (left.length === 0) return 0;
    // Drafts, too: one that is being published now has told terms with the old categories, and is on sale once it can be locked.
    const products = await tx.find(
      Product,
      { id: { $in: [...new Set(left.map(({ productId }) => productId))] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    const onSale = products.filter(({ isOnSale }) => isOnSale);
    await tx.populate(onSale, TERMS);
    for (const variant of onSale.flatMap(({ variants }) => variants.getItems())) variant.listAgain();
    await tx.flush();
    for (const product of onSale) await announceVariants(tx, product);
    await query(tx, 'delete from product_relisting where id = any($1::bigint[])', [left.map(({ id }) => id)]);
    return left.length;
  });
}

/** Those that another replica works on are left to it. */
const claim = statement(
  columnsOf(ProductRelisting, 'id', 'productId'),
  (columns) => `select ${columns} from product_relisting order by product_id, id limit $1 for update skip locked`,
);
