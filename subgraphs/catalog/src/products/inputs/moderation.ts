import { text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { MODERATION_REASONS } from '../model/product.ts';
import { sentences } from '../sentences.ts';

const Words = text(2_000)
  .nullish()
  .transform((given) => given ?? null);

export const ProductTakeDownInput = z
  .object({ productId: z.string(), reason: z.enum(MODERATION_REASONS), message: Words })
  .refine(({ reason, message }) => reason !== 'OTHER' || message !== null, { path: ['message'], ...said(sentences.messageNeeded) });

export const ProductReinstateInput = z.object({ productId: z.string(), message: Words });
