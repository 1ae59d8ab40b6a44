import type { EntityManager } from '@mikro-orm/postgresql';
import { prefixOf } from '@agora/platform/ids';
import { ListedVariant } from './model.ts';

/** The terms of now of those variants that can be bought. */
export async function listedAmong(
  tx: EntityManager,
  lines: readonly { readonly variantId: string }[],
): Promise<Map<string, ListedVariant>> {
  const ids = lines.map(({ variantId }) => variantId).filter((id) => prefixOf(id) === 'var');
  const listed = await tx.find(ListedVariant, { variantId: ids, isListed: true });
  return new Map(listed.map((variant) => [variant.variantId, variant]));
}
