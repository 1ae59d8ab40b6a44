import type { DemoOption, DemoVariant } from '@agora/schema/demo/products';
import type { NewOption } from '../products/model/product-option.ts';
import type { NewVariant } from '../products/model/product-variant.ts';

export function option({ id, name, es, values }: DemoOption): NewOption {
  return {
    id,
    name,
    names: { es },
    values: values.map(({ es: inSpanish, colour = null, ...value }) => ({ ...value, names: { es: inSpanish }, colour })),
  };
}

export function variant({ id, sku, valueIds, price, before, dollars, weightGrams }: DemoVariant): NewVariant {
  const inEuros = { currencyCode: 'EUR', minorUnits: price, compareAtMinorUnits: before ?? null };
  const inDollars = dollars === undefined ? [] : [{ currencyCode: 'USD', minorUnits: dollars, compareAtMinorUnits: null }];
  return {
    id,
    sku,
    optionValueIds: valueIds,
    prices: [inEuros, ...inDollars],
    barcode: null,
    weightGrams: weightGrams ?? null,
    isDigital: false,
    lowStockThreshold: null,
  };
}
