import type { Count } from '../../stock/commands/count-stock.ts';
import { pathOfCell } from './places-of-problems.ts';
import type { WantedVariant } from './wanted-product.ts';

/** What lines say of the units on hand, as counts. */
export function stockCounts(variants: readonly WantedVariant[], ids: ReadonlyMap<string, string>): Count[] {
  return variants.flatMap((variant) =>
    variant.stock.map(({ locationId, column, units }): Count => {
      const field = pathOfCell(variant, column);
      return {
        variantId: ids.get(variant.sku) ?? '',
        stockLocationId: locationId,
        onHand: units,
        expectedOnHand: null,
        note: null,
        onHandField: field,
        expectedField: field,
        fields: { variantId: pathOfCell(variant, 'sku'), stockLocationId: field },
      };
    }),
  );
}
