import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { listAgain } from '../../products/commands/list-again.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';
import { optionIn } from './option-in.ts';

export interface DeleteOption extends ChangeAssortment {
  readonly optionId: string;
}

/**
 * Removes an option from a product and its variants.
 * @throws what `lockAssortment` says; NOT_FOUND for the option; CONFLICT where two variants would be the same without it.
 */
export async function deleteOption(em: EntityManager, { optionId, ...change }: DeleteOption): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockAssortment(tx, change);
    const at = new Date();
    if (!product.removeOption(optionIn(product, optionId), at)) throw new Refusal('CONFLICT', sentences.alikeWithoutOption, ['optionId']);
    await assortmentChanged(tx, product, at);
    await listAgain(tx, product);
  });
}
