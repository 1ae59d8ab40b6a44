import { loadersOf } from '@agora/platform/reading/loaders';
import { categoryReads } from './categories/reads.ts';
import { productReads } from './products/reads.ts';
import { sellerReads } from './sellers/reads.ts';
import { searchReads } from './search/reads/search.ts';

/** The reads of one request, limited to what its actor may see: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({ ...sellerReads, ...categoryReads, ...productReads, ...searchReads });

export type Loaders = ReturnType<typeof openLoaders>;
