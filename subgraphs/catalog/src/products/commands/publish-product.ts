import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { CatalogCode } from '../../codes.ts';
import { Seller } from '../../sellers/model.ts';
import { hasEnabledVariant } from './has-enabled-variant.ts';
import { missingAttributes } from './missing-attributes.ts';
import { lockVariants } from './lock-variants.ts';
import { lockOwnProduct } from './lock-product.ts';
import { announceListed } from './announce-listed.ts';
import { productProblemsOf, sellersProblemsOf } from '../publish-problems.ts';
import { sentences } from '../sentences.ts';

export interface PublishProduct {
  readonly productId: string;
  readonly sellerId: string;
  readonly expectedVersion: number | null;
}

/**
 * Puts a seller's own draft on sale.
 * @throws NOT_FOUND where the seller has no such product; FORBIDDEN for a seller who is not verified, or is suspended; CONFLICT where it is no draft; NOT_READY while
 * something of it stands in the way; VERSION_MISMATCH.
 */
export async function publishProduct(em: EntityManager, { productId, sellerId, expectedVersion }: PublishProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockOwnProduct(tx, productId, sellerId);
    demandVersion(product, expectedVersion);
    const seller = await tx.findOne(Seller, sellerId, { lockMode: LockMode.PESSIMISTIC_READ });
    const [forbidden] = sellersProblemsOf(seller);
    if (forbidden) throw new Refusal('FORBIDDEN', forbidden.message);
    const [problem] = productProblemsOf(product, await missingAttributes(tx, productId), await hasEnabledVariant(tx, productId));
    if (problem) throw new Refusal<CatalogCode>('NOT_READY', problem.message, ['productId']);
    await lockVariants(tx, [productId]);
    await tx.populate(product, ['variants', 'category']);
    if (!product.publish(new Date())) throw new Refusal('CONFLICT', sentences.noDraft, ['productId']);
    await announceListed(tx, product);
  });
}
