import type { VariantRow } from './reads.ts';

export type ProductVariant = VariantRow;
