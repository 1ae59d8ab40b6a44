import { searchText, term } from '@agora/platform/input/input';
import * as z from 'zod';
import { Version } from '../categories/inputs.ts';

/** Arguments of `categories`, so that a problem names its place in them. */
export const CategoriesArgs = z.object({
  filter: z
    .object({
      query: searchText(100).nullish(),
      parentIds: z.array(term(50)).max(100).nullish(),
      isTopLevel: z.boolean().nullish(),
      maxDepth: z.int().min(0).max(100).nullish(),
      hasProducts: z.boolean().nullish(),
    })
    .nullish()
    .transform((filter) => filter ?? {}),
});

export const CategoryMoveInput = z.object({
  categoryId: z.string(),
  parentId: z.string().nullish(),
  position: z.int().min(0),
  expectedVersion: Version,
});
