/** Stored for repeats of the same request. */
export interface CategoryDeletePayload {
  readonly deletedCategoryId?: string;
  readonly movedProductCount?: number;
}
