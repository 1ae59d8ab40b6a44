import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { listAgain } from '../../products/commands/list-again.ts';
import { newOptions, type WrittenOption } from '../../products/commands/new-options.ts';
import { MAX_OPTIONS } from '../../products/model/product-option.ts';
import { sentences } from '../../products/variant-sentences.ts';
import { assortmentChanged, type ChangeAssortment, lockAssortment } from './lock-assortment.ts';

export interface CreateOption extends ChangeAssortment {
  readonly option: WrittenOption;
}

/**
 * Adds an option to a product, and answers its id. Every variant gets the first of its values.
 * @throws what `lockAssortment` and `newOptions` say; LIMIT_REACHED; ALREADY_EXISTS for the name of another option.
 */
export async function createOption(em: EntityManager, { option: written, ...change }: CreateOption): Promise<string> {
  return transaction(em, async (tx) => {
    const product = await lockAssortment(tx, change);
    const options = product.options.getItems();
    if (options.length >= MAX_OPTIONS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyOptions(MAX_OPTIONS), ['option']);
    if (options.some(({ name }) => name === written.name))
      throw new Refusal<CatalogCode>('ALREADY_EXISTS', sentences.optionTwice, ['option', 'name']);
    const at = new Date();
    for (const option of newOptions([written], () => ['option'])) product.addOption(option, at);
    await assortmentChanged(tx, product, at);
    await listAgain(tx, product);
    return product.options.getItems().at(-1)?.id ?? '';
  });
}
