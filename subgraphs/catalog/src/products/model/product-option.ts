import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

/** Most options of a product. */
export const MAX_OPTIONS = 3;
/** Most values of an option. */
export const MAX_VALUES = 50;

/** Names in other languages than the one it was written in, by language tag. */
export type OptionNames = Readonly<Record<string, string>>;

/** Something to choose, such as XL. */
export interface OptionValue {
  readonly id: string;
  readonly name: string;
  readonly names: OptionNames;
  /** `#rrggbb` */
  readonly colour: string | null;
}

const ProductOptionSchema = defineEntity({
  name: 'ProductOption',
  properties: impersonal({
    id: p.text().primary(),
    product: () => p.manyToOne(Product).index().updateRule('no action').deleteRule('cascade'),
    position: p.integer(),
    name: p.text(),
    names: p.json<OptionNames>(),
    /** In order. */
    values: p.json().$type<readonly OptionValue[]>(),
  }),
});

export interface NewOption {
  readonly id: string;
  readonly name: string;
  readonly names: OptionNames;
  readonly values: readonly OptionValue[];
}

/** Something that the variants of a product differ in, such as size. */
export class ProductOption extends ProductOptionSchema.class {
  static of(product: Product, position: number, option: NewOption): ProductOption {
    return newRow(ProductOption, { product, position, ...option });
  }

  has(valueId: string | undefined): boolean {
    return this.values.some(({ id }) => id === valueId);
  }
}
ProductOptionSchema.setClass(ProductOption);
