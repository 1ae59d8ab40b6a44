import type { Problem } from '@agora/platform/errors';
import type { Sentence } from '@agora/platform/input/sentence';
import type { CatalogCode } from '../../codes.ts';
import { MAX_UNITS, type NewMovement } from '../model/variant-stock.ts';
import { sentences } from '../sentences.ts';
import type { Place } from './lock-places.ts';

/** That fewer units would be there than are set aside for orders. */
export function outOfStock(
  { locked: { stock }, location }: Place,
  field: readonly string[],
  say: (level: { readonly onHand: number; readonly reserved: number }) => Sentence,
): Problem<CatalogCode> {
  const level = stock.at(location.id) ?? { onHand: 0, reserved: 0 };
  const availableQuantity = level.onHand - level.reserved;
  return {
    code: 'OUT_OF_STOCK',
    message: say(level),
    field,
    typed: { __typename: 'OutOfStockError', variantId: stock.variant.id, availableQuantity },
  };
}

/** That a location would hold more units of a variant than may be; undefined where it does not. */
export function overfull({ onHandAfter }: NewMovement, field: readonly string[]): Problem<CatalogCode> | undefined {
  return onHandAfter > MAX_UNITS ? { code: 'LIMIT_REACHED', message: sentences.fullLocation(MAX_UNITS), field } : undefined;
}
