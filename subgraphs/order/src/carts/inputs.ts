import { term } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { MAX_LINES, MAX_UNITS } from './model/cart.ts';
import { sentences } from './sentences.ts';

/** What a client may say, before anybody acts on it. */
export const CartLinesInput = z
  .object({
    cartToken: term(200).nullish(),
    lines: z
      .array(
        z.object({
          variantId: z.string(),
          quantity: z.int().refine((units) => units >= 1 && units <= MAX_UNITS, said(sentences.quantityOutside(MAX_UNITS))),
        }),
      )
      .refine((lines) => lines.length <= MAX_LINES, { ...said(sentences.tooManyLinesAtOnce(MAX_LINES)), abort: true }),
    currencyCode: z.string().nullish(),
    expectedVersion: z.int().nullish(),
  })
  .refine(({ cartToken, lines }) => cartToken || lines.length > 0, { path: ['lines'], ...said(sentences.noLines) });
