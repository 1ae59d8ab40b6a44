import { loadersOf } from '@agora/platform/reading/loaders';
import { cartReads } from './carts/reads.ts';
import { checkoutReads } from './checkout/reads.ts';
import { historyReads } from './orders/reads/history.ts';
import { orderReads } from './orders/reads/orders.ts';

/**
 * The reads of one request: each level of a query is one statement for each type, limited to what its actor may see. A
 * resolver cannot forget that: there is no other way to reach an order.
 */
export const openLoaders = loadersOf({ ...cartReads, ...orderReads, ...historyReads, ...checkoutReads });

export type Loaders = ReturnType<typeof openLoaders>;
