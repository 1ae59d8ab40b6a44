import { Refusal } from '@agora/platform/errors';
import type { ProductOption } from '../../products/model/product-option.ts';
import type { Product } from '../../products/model/product.ts';
import { sentences } from '../../products/variant-sentences.ts';

/** @throws NOT_FOUND where the product has no such option. */
export function optionIn({ options }: Product, optionId: string): ProductOption {
  const option = options.getItems().find(({ id }) => id === optionId);
  if (!option) throw new Refusal('NOT_FOUND', sentences.noSuchOption, ['optionId']);
  return option;
}
