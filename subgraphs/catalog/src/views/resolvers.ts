import { checked } from '@agora/platform/input/input';
import * as z from 'zod';
import type { Resolvers } from '../graph/schema.generated.ts';
import { recordView } from './commands/record-view.ts';

/** Arguments of both lists. */
const FirstArgs = z.object({
  first: z
    .int()
    .min(1)
    .max(50)
    .nullish()
    .transform((first) => first ?? 12),
});

export const views: Resolvers = {
  Mutation: {
    productViewRecord: async (_, { input: { productId, source } }, { em, actor, ip, viewSecret }) => ({
      isRecorded: await recordView(em, viewSecret, { productId, source: source ?? 'DIRECT', by: actor, address: ip }),
    }),
  },

  ProductViewRecordPayload: { isRecorded: ({ isRecorded }) => isRecorded ?? false },

  User: {
    recentlyViewedProducts: async ({ id }, args, { actor, loaders }) =>
      actor?.id === id ? [...(await loaders.recentlyViewedBy.load(id, checked(FirstArgs, args))).nodes] : null,
    recommendedProducts: async ({ id }, args, { actor, loaders }) =>
      actor?.id === id ? [...(await loaders.recommendedTo.load(id, checked(FirstArgs, args))).nodes] : null,
  },
};
