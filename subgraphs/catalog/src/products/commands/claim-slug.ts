import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProductSlug } from '../model/product-slug.ts';

/** Whether the address is the product's from now on: no other product has it, or had it. Who claims the same waits for this transaction. */
export async function claimSlug(tx: EntityManager, slug: string, productId: string): Promise<boolean> {
  return (await claim(tx, [slug, productId])).length > 0;
}

/** Of an address that only its seller has ever seen nothing is kept. */
export async function dropSlug(tx: EntityManager, slug: string): Promise<void> {
  await tx.nativeDelete(ProductSlug, { slug });
}

const claim = statement(
  columnsOf(ProductSlug, 'slug'),
  (columns) => `insert into product_slug (slug, product_id, kept_at) values ($1, $2, clock_timestamp())
    on conflict (slug) do update set kept_at = excluded.kept_at where product_slug.product_id = excluded.product_id returning ${columns}`,
);
