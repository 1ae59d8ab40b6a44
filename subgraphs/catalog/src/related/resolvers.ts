import { checked } from '@agora/platform/input/input';
import * as z from 'zod';
import type { Resolvers } from '../graph/schema.generated.ts';

/** Arguments of `related`. */
const RelatedArgs = z.object({
  first: z
    .int()
    .min(1)
    .max(24)
    .nullish()
    .transform((first) => first ?? 12),
});

export const related: Resolvers = {
  Product: {
    related: async ({ id }, { by, ...args }, { loaders }) => {
      const found = { SIMILAR: loaders.similarTo, BOUGHT_TOGETHER: loaders.boughtWith, SAME_SELLER: loaders.ofSameSeller }[by];
      return [...(await found.load(id, checked(RelatedArgs, args))).nodes];
    },
  },
};
