import { Refusal } from '@agora/platform/errors';
import { userErrorMessage } from '@agora/platform/graph/user-errors';
import { checked } from '@agora/platform/input/input';
import type { FeedEvent } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import { labelOf } from '@agora/platform/post/post';
import { present } from '@agora/platform/reading/batch';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { adjustStock } from './commands/adjust-stock.ts';
import { countStock } from './commands/count-stock.ts';
import { createLocation } from './commands/create-location.ts';
import { deleteLocation } from './commands/delete-location.ts';
import { setThreshold } from './commands/set-threshold.ts';
import { transferStock } from './commands/transfer-stock.ts';
import { updateLocation } from './commands/update-location.ts';
import { stockFeed, StockSeen } from './feed.ts';
import {
  MovementFilterInput,
  StockLocationCreateInput,
  StockLocationUpdateInput,
  VariantLowStockThresholdSetInput,
  VariantStockAdjustInput,
  VariantStockSetInput,
  VariantStockTransferInput,
} from './inputs.ts';
import type { StockLocationUpdatePayload, VariantStockAdjustPayload, VariantStockEvent } from './mappers.ts';
import { stockStatusOf } from './model/stock-status.ts';

const MAX_VARIANTS = 50;

const movedVariants = {
  variants: async ({ variantIds }: VariantStockAdjustPayload, _: unknown, { loaders }: Context) =>
    variantIds ? Promise.all(variantIds.map((id) => present(loaders.variant.load(id)))) : null,
  movements: async ({ movementIds }: VariantStockAdjustPayload, _: unknown, { loaders }: Context) =>
    movementIds ? Promise.all(movementIds.map((id) => present(loaders.stockMovement.load(id)))) : null,
};

const changedLocation = {
  stockLocation: ({ locationId }: StockLocationUpdatePayload, _: unknown, { loaders }: Context) =>
    locationId === undefined ? null : loaders.stockLocation.load(locationId),
};

export const stock: Resolvers = {
  Mutation: {
    variantStockAdjust: async (_, { input }, { em, actor }) => {
      const { adjustments } = checked(VariantStockAdjustInput, input);
      const wanted = adjustments.map((each, index) => ({
        ...each,
        fields: fieldsAt('adjustments', index),
        quantityField: ['adjustments', String(index), 'quantity'],
      }));
      return { ...(await adjustStock(em, wanted, signedIn(actor))) };
    },
    variantStockSet: async (_, { input }, { em, actor }) => {
      const { counts } = checked(VariantStockSetInput, input);
      const wanted = counts.map(({ expectedOnHand, ...each }, index) => ({
        ...each,
        expectedOnHand: expectedOnHand ?? null,
        fields: fieldsAt('counts', index),
        onHandField: ['counts', String(index), 'onHand'],
        expectedField: ['counts', String(index), 'expectedOnHand'],
      }));
      return { ...(await countStock(em, wanted, signedIn(actor))) };
    },
    variantStockTransfer: async (_, { input }, { em, actor }) => {
      const transfer = checked(VariantStockTransferInput, input);
      await transferStock(em, transfer, signedIn(actor));
      return { variantId: transfer.variantId };
    },
    variantLowStockThresholdSet: async (_, { input }, { em, actor }) => {
      const wanted = checked(VariantLowStockThresholdSetInput, input);
      await setThreshold(em, wanted, signedIn(actor));
      return { variantIds: wanted.variantIds };
    },
    stockLocationCreate: async (_, { input }, { em, actor }) => ({
      locationId: await createLocation(em, { ...checked(StockLocationCreateInput, input), sellerId: signedIn(actor).id }),
    }),
    stockLocationUpdate: async (_, { input }, { em, actor }) => {
      const { expectedVersion, ...wanted } = checked(StockLocationUpdateInput, input);
      await updateLocation(em, { ...wanted, expectedVersion: expectedVersion ?? null }, signedIn(actor));
      return { locationId: wanted.stockLocationId };
    },
    stockLocationDelete: async (_, { input: { stockLocationId } }, { em, actor }) => {
      await deleteLocation(em, stockLocationId, signedIn(actor));
      return { deletedStockLocationId: stockLocationId };
    },
  },

  Subscription: {
    variantStockChanged: {
      subscribe: async (_, { variantIds, after }, context) =>
        mapAsync(await followStock(context, variantIds, after), async (event) => {
          const variantStockChanged = await seen(event, context);
          return variantStockChanged && { variantStockChanged };
        }),
    },
  },

  VariantStockAdjustPayload: movedVariants,
  VariantStockSetPayload: movedVariants,
  VariantLowStockThresholdSetPayload: { variants: movedVariants.variants },
  VariantStockTransferPayload: {
    variant: ({ variantId }, _, { loaders }) => (variantId === undefined ? null : loaders.variant.load(variantId)),
  },
  StockLocationCreatePayload: changedLocation,
  StockLocationUpdatePayload: changedLocation,
  StockLocationDeletePayload: { deletedStockLocationId: ({ deletedStockLocationId }) => deletedStockLocationId ?? null },

  OutOfStockError: {
    message: userErrorMessage,
    variant: ({ variantId }, _, { loaders }) => loaders.variant.load(variantId),
  },

  ProductVariant: {
    stockStatus: ({ availableQuantity, lowStockThreshold }) => stockStatusOf(availableQuantity, lowStockThreshold),
    onHandQuantity: ({ sellerId, onHand }, _, { actor }) => (mayReadPrivate(actor, sellerId) ? onHand : null),
    reservedQuantity: ({ sellerId, reserved }, _, { actor }) => (mayReadPrivate(actor, sellerId) ? reserved : null),
    lowStockThreshold: ({ sellerId, lowStockThreshold }, _, { actor }) => (mayReadPrivate(actor, sellerId) ? lowStockThreshold : null),
    stockLevels: async ({ id, sellerId }, _, { actor, loaders }) =>
      mayReadPrivate(actor, sellerId) ? [...(await loaders.stockLevelsOf.load(id))] : null,
    stockMovements: ({ id, sellerId }, { filter, ...page }, { actor, loaders }) =>
      mayReadPrivate(actor, sellerId)
        ? loaders.stockMovementsOfVariant.load(id, { ...page, filter: checked(MovementFilterInput, filter ?? {}) })
        : null,
  },

  StockLocation: {
    __resolveReference: async ({ id }, { loaders }) => {
      const location = await loaders.stockLocation.load(id);
      return location?.removedAt === null ? location : null;
    },
    seller: ({ sellerId }) => ({ id: sellerId }),
  },

  PostalAddress: {
    formatted: labelOf,
  },

  StockLevel: {
    location: ({ locationId }, _, { loaders }) => present(loaders.stockLocation.load(locationId)),
    available: ({ onHand, reserved }) => onHand - reserved,
  },

  StockMovement: {
    variant: ({ variantId }, _, { loaders }) => present(loaders.variant.load(variantId)),
    location: ({ locationId }, _, { loaders }) => present(loaders.stockLocation.load(locationId)),
    order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
    actor: ({ actorId }) => (actorId === null ? null : { id: actorId }),
  },

  User: {
    stockLocations: async ({ id }, _, { actor, loaders }) =>
      mayReadPrivate(actor, id) ? [...(await loaders.stockLocationsOf.load(id))] : null,
    stockMovements: ({ id }, { filter, ...page }, { actor, loaders }) =>
      mayReadPrivate(actor, id)
        ? loaders.stockMovementsOfSeller.load(id, { ...page, filter: checked(MovementFilterInput, filter ?? {}) })
        : null,
  },
};

function fieldsAt(list: string, index: number) {
  return { variantId: [list, String(index), 'variantId'], stockLocationId: [list, String(index), 'stockLocationId'] };
}

/** The stock is as of the event; whatever else is told of the variant is as of now, and nothing is while its seller may not sell. */
async function seen({ cursor, occurredAt, payload }: FeedEvent<StockSeen>, { loaders }: Context): Promise<VariantStockEvent | null> {
  const { variantId, kind, availableQuantity } = payload;
  const variant = await loaders.variant.load(variantId);
  return variant && { cursor, occurredAt, kind, variant: { ...variant, availableQuantity } };
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
