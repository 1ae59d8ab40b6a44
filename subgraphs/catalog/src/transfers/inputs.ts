import { COMMON_CODES } from '@agora/platform/errors';
import { term } from '@agora/platform/input/input';
import * as z from 'zod';
import { codes } from '../codes.ts';
import { ProductFilter } from '../search/reads/product-filter.ts';
import { FILE_FORMATS, IMPORT_MODES } from './model/product-job.ts';

export const ProductImportCreateInput = z.object({
  mediaId: term(50),
  format: z.enum(FILE_FORMATS),
  mode: z.enum(IMPORT_MODES),
  isDryRun: z.boolean(),
});

export const ProductExportCreateInput = z.object({
  format: z.enum(FILE_FORMATS),
  filter: ProductFilter.nullish().transform((filter) => filter ?? {}),
  includeStock: z.boolean(),
});

/** As it was written with the error. */
export const ImportErrorCode = z.enum([...COMMON_CODES, ...codes, 'RATE_LIMITED']);
