import type { Fact } from './attributes-in-order.ts';
import type { Obstacle } from './publish-problems.ts';
import type { ProductRow, TakedownRow } from './reads/products.ts';

export type Product = ProductRow;
export type ProductAttribute = Fact;
export type PublishProblem = Obstacle;
export type ProductTakedown = TakedownRow;

/** Stored for repeats of the same request: the id only. */
interface ChangedProduct {
  readonly productId?: string;
}
export type ProductCreatePayload = ChangedProduct;
export type ProductUpdatePayload = ChangedProduct;
export type ProductDuplicatePayload = ChangedProduct;
export type ProductPublishPayload = ChangedProduct;
export type ProductUnpublishPayload = ChangedProduct;
export type ProductPublicationSchedulePayload = ChangedProduct;
export type ProductArchivePayload = ChangedProduct;
export type ProductRestorePayload = ChangedProduct;
export type ProductMediaSetPayload = ChangedProduct;
export type ProductTranslationsSetPayload = ChangedProduct;
export type ProductTranslationsDeletePayload = ChangedProduct;
export type ProductTakeDownPayload = ChangedProduct;
export type ProductReinstatePayload = ChangedProduct;

export interface ProductDeletePayload {
  readonly deletedProductId?: string;
}
