import { loadersOf } from '@agora/platform/reading/loaders';
import { categoryReads } from './reads/categories.ts';
import { productReads } from './reads/products.ts';
import { variantReads } from './reads/variants.ts';

/** The reads of one request, limited to what its actor may see: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({ ...productReads, ...variantReads, ...categoryReads });

export type Loaders = ReturnType<typeof openLoaders>;
