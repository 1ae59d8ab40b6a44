import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { missing, type MissingAttribute } from '../reads/attributes.ts';

/** What a product would have to tell to be published, and does not; in its category as the transaction has written it. */
export async function missingAttributes(tx: EntityManager, productId: string): Promise<MissingAttribute[]> {
  return ofProduct(tx, [productId]);
}

const ofProduct = statement(missing.columns, (columns) => `select ${columns} from ${missing.from} where product.id = $1 order by key`);
