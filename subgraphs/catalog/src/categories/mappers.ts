import type { Connection } from '@agora/platform/reading/connection';
import type { AskedAttribute } from './reads/asked-attributes.ts';
import type { CategoryRow } from './reads/categories.ts';

export type Category = CategoryRow;
export type CategoryAttribute = AskedAttribute;
export type CategoryConnection = Connection<CategoryRow>;

/** Stored for repeats of the same request: the id only. */
interface ChangedCategory {
  readonly categoryId?: string;
}

export type CategoryCreatePayload = ChangedCategory;
export type CategoryUpdatePayload = ChangedCategory;
export type CategoryAttributesSetPayload = ChangedCategory;
