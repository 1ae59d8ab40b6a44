import { line, term } from '@agora/platform/input/input';
import * as z from 'zod';

const MAX_ATTRIBUTES = 50;
const MAX_CHOICES = 50;

/** `[ProductAttributeInput!]` of the graph; whether a value fits its attribute, the definition says. */
export const ProductAttributes = z
  .array(
    z.object({
      key: term(40),
      text: line(500).nullish(),
      number: z.string().nullish(),
      boolean: z.boolean().nullish(),
      date: z.string().nullish(),
      choices: z.array(term(40)).max(MAX_CHOICES).nullish(),
    }),
  )
  .max(MAX_ATTRIBUTES);
