import { Refusal } from '@agora/platform/errors';
import type { FeedEvent } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import type { Context } from '../context.ts';
import { stockFeed, StockSeen } from './feed.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import type { VariantStockEvent } from './mappers.ts';

const MAX_VARIANTS = 50;

export const stock: Resolvers = {
  Subscription: {
    variantStockChanged: {
      subscribe: async (_, { variantIds, after }, context) =>
        mapAsync(await followStock(context, variantIds, after), async (event) => {
          const variantStockChanged = await seen(event, context);
          return variantStockChanged && { variantStockChanged };
        }),
    },
  },
};

/** The stock is as of the event; whatever else is told of the variant is as of now, and nothing is while its seller may not sell. */
async function seen({ cursor, occurredAt, payload }: FeedEvent<StockSeen>, { loaders }: Context): Promise<VariantStockEvent | null> {
  const variant = await loaders.variant.load(payload.variantId);
  return variant && { cursor, occurredAt, variant: { ...variant, availableQuantity: payload.availableQuantity } };
}

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
