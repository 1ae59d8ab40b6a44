import { present } from '@agora/platform/reading/batch';
import { Refusal } from '@agora/platform/errors';
import type { FeedEvent } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import type { Context } from '../context.ts';
import { stockFeed, StockSeen } from './feed.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

const MAX_VARIANTS = 50;

export const stock: Resolvers = {
  Subscription: {
    variantStockChanged: {
      subscribe: async (_, { variantIds, after }, context) =>
        mapAsync(await followStock(context, variantIds, after), async (event) => ({ variantStockChanged: event })),
    },
  },

  /** The stock is as of the event; whatever else is asked of the variant is as of now. */
  VariantStockEvent: {
    variant: async ({ payload: { variantId, availableQuantity } }, _, { loaders }) => ({
      ...(await present(loaders.variant.load(variantId))),
      availableQuantity,
    }),
  },
};

/** Variants that the viewer may not see are left out; refused when none is left. */
async function followStock(
  { feeds, loaders }: Context,
  variantIds: readonly string[],
  after: string | null | undefined,
): Promise<AsyncIterableIterator<FeedEvent<StockSeen>>> {
  if (variantIds.length > MAX_VARIANTS)
    throw new Refusal('BAD_USER_INPUT', `Watch at most ${MAX_VARIANTS} variants at once.`, ['variantIds']);
  const visible = await loaders.variant.loadMany([...new Set(variantIds)]);
  const watched = visible.flatMap((variant) => {
    if (variant instanceof Error) throw variant;
    return variant ? [stockFeed(variant.id)] : [];
  });
  if (watched.length === 0) throw new Refusal('BAD_USER_INPUT', 'There are no such variants.', ['variantIds']);
  return feeds.follow({ feeds: watched, after, payload: StockSeen });
}
