import * as z from 'zod';
import { Slug, Translations } from '../names/inputs.ts';

export const Version = z.int().nullish();

export const CategoryCreateInput = z.object({
  translations: Translations,
  slug: Slug.nullish(),
  parentId: z.string().nullish(),
  position: z.int().min(0).nullish(),
  imageId: z.string().nullish(),
});

export const CategoryUpdateInput = z.object({
  categoryId: z.string(),
  translations: Translations.nullish(),
  slug: Slug.nullish(),
  imageId: z.string().nullish(),
  expectedVersion: Version,
});

export const CategoryAttributesSetInput = z.object({
  categoryId: z.string(),
  attributes: z.array(z.object({ attributeDefinitionId: z.string(), isRequired: z.boolean() })),
  expectedVersion: Version,
});
