/** Stored for repeats of the same request. */
export interface CategoryDeletePayload {
  readonly deletedCategoryId?: string;
  readonly movedProductCount?: number;
}

/** Stored for repeats of the same request: the id only. */
export interface CategoryMovePayload {
  readonly categoryId?: string;
}
