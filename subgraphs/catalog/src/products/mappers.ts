import type { Connection } from '@agora/platform/reading/connection';
import type { Obstacle } from './publish-problems.ts';
import type { ProductRow } from './reads.ts';

export type Product = ProductRow;
export type ProductConnection = Connection<ProductRow>;
export type PublishProblem = Obstacle;

/** Stored for repeats of the same request: the id only. */
interface ChangedProduct {
  readonly productId?: string;
}
export type ProductCreatePayload = ChangedProduct;
export type ProductUpdatePayload = ChangedProduct;
export type ProductPublishPayload = ChangedProduct;
