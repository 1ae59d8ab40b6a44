import { isDeepStrictEqual } from 'node:util';
import { query } from '@agora/platform/database/database';
import { refuseAll } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../model/product.ts';
import { RelatedChoice } from '../model/related-choice.ts';
import { sentences } from '../sentences.ts';

/**
 * Replaces what a seller shows first with a product, which is locked; answers whether that differs from before.
 * @throws NOT_FOUND for what is no other product of theirs.
 */
export async function chooseRelated(
  tx: EntityManager,
  { id, sellerId }: Pick<Product, 'id' | 'sellerId'>,
  chosen: readonly string[],
): Promise<boolean> {
  const before = (await chosenFor(tx, [id])).map(({ relatedId }) => relatedId);
  if (isDeepStrictEqual(before, chosen)) return false;
  const own = new Set(
    (await ownAmong(tx, [sellerId, chosen.filter((relatedId) => prefixOf(relatedId) === 'prd')])).map((product) => product.id),
  );
  refuseAll(
    chosen.flatMap((relatedId, index) =>
      relatedId !== id && own.has(relatedId)
        ? []
        : [{ code: 'NOT_FOUND' as const, message: sentences.noOtherProduct, field: ['relatedProductIds', String(index)] }],
    ),
  );
  await query(tx, 'delete from related_choice where product_id = $1', [id]);
  await query(
    tx,
    `insert into related_choice (product_id, related_id, position)
     select $1, related_id, place - 1 from unnest($2::text[]) with ordinality as chosen (related_id, place)`,
    [id, chosen],
  );
  return true;
}

const chosenFor = statement(
  columnsOf(RelatedChoice, 'relatedId'),
  (columns) => `select ${columns} from related_choice where product_id = $1 order by position`,
);

const ownAmong = statement(
  columnsOf(Product, 'id'),
  (columns) => `select ${columns} from product where seller_id = $1 and id = any($2::text[])`,
);
