import { loadersOf } from '@agora/platform/reading/loaders';
import { cartReads } from './carts/reads.ts';
import { checkoutReads } from './checkout/reads.ts';
import { historyReads } from './orders/reads/history.ts';
import { orderReads } from './orders/reads/orders.ts';

/**
 * The reads of one request: each level of a query is one statement for each type. Each has in its SQL what its actor may see, so that no
 * resolver can forget it.
 */
export const openLoaders = loadersOf({ ...cartReads, ...orderReads, ...historyReads, ...checkoutReads });

export type Loaders = ReturnType<typeof openLoaders>;
