import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { Translations } from '../../names/inputs.ts';
import { MAX_LANGUAGES } from '../model/product.ts';
import { sentences } from '../sentences.ts';

export const ProductTranslationsSetInput = z.object({
  productId: z.string(),
  translations: Translations,
  expectedVersion: z.int().nullish(),
});

export const ProductTranslationsDeleteInput = z.object({
  productId: z.string(),
  locales: z
    .array(z.string())
    .max(MAX_LANGUAGES)
    .refine((locales) => locales.length > 0, said(sentences.noLanguageNamed)),
  expectedVersion: z.int().nullish(),
});
