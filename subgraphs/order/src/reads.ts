import { loadersOf } from '@agora/platform/reading/loaders';
import { cartReads } from './reads/carts.ts';
import { historyReads } from './reads/history.ts';
import { orderReads } from './reads/orders.ts';

/**
 * The reads of one request: each level of a query is one statement for each type, limited to what its actor may see. A
 * resolver cannot forget that: there is no other way to reach an order.
 */
export const openLoaders = loadersOf({ ...orderReads, ...historyReads, ...cartReads });

export type Loaders = ReturnType<typeof openLoaders>;
