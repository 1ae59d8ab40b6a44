import { checked } from '@agora/platform/input/input';
import { feedCursor } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import { present } from '@agora/platform/reading/batch';
import type { Connection } from '@agora/platform/reading/connection';
import { lookUp } from '@agora/platform/reading/look-up';
import { signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { addItem } from './commands/add-item.ts';
import { createWishlist } from './commands/create-wishlist.ts';
import { deleteWishlist } from './commands/delete-wishlist.ts';
import { moveItem } from './commands/move-item.ts';
import { removeItem, removeWishesFor } from './commands/remove-items.ts';
import { shareWishlist, unshareWishlist } from './commands/share-wishlist.ts';
import { updateItem } from './commands/update-item.ts';
import { updateWishlist } from './commands/update-wishlist.ts';
import { wishlistFeed, WishlistSeen } from './feed.ts';
import {
  WishlistCreateInput,
  WishlistItemAddInput,
  WishlistItemMoveInput,
  WishlistItemRemoveInput,
  WishlistItemUpdateInput,
  WishlistUpdateInput,
} from './inputs.ts';
import type {
  Wishlist,
  WishlistEvent,
  WishlistItem,
  WishlistItemConnection,
  WishlistItemUpdatePayload,
  WishlistUpdatePayload,
} from './mappers.ts';

const changedWishlist = {
  wishlist: ({ wishlistId }: WishlistUpdatePayload, _: unknown, { loaders }: Context) =>
    wishlistId === undefined ? null : loaders.wishlist.load(wishlistId),
};

const changedItem = {
  item: ({ itemId }: WishlistItemUpdatePayload, _: unknown, { loaders }: Context) =>
    itemId === undefined ? null : loaders.wishlistItem.load(itemId),
};

export const wishlists: Resolvers = {
  Query: {
    wishlist: (_, args, { loaders }) => lookUp(args, { id: loaders.wishlist, shareToken: loaders.wishlistByToken }),
  },

  Mutation: {
    wishlistCreate: async (_, { input }, { em, actor, language }) => ({
      wishlistId: await createWishlist(em, { ownerId: signedIn(actor).id, language }, checked(WishlistCreateInput, input).name),
    }),
    wishlistUpdate: async (_, { input }, { em, actor }) => {
      const wanted = checked(WishlistUpdateInput, input);
      await updateWishlist(em, { ownerId: signedIn(actor).id, ...wanted });
      return { wishlistId: wanted.wishlistId };
    },
    wishlistDelete: async (_, { input: { wishlistId } }, { em, actor }) => {
      await deleteWishlist(em, signedIn(actor).id, wishlistId);
      return { deletedWishlistId: wishlistId };
    },
    wishlistShare: async (_, { input: { wishlistId } }, { em, actor, shareLinks }) => {
      await shareWishlist(em, shareLinks, { ownerId: signedIn(actor).id, wishlistId });
      return { wishlistId };
    },
    wishlistUnshare: async (_, { input: { wishlistId } }, { em, actor }) => {
      await unshareWishlist(em, { ownerId: signedIn(actor).id, wishlistId });
      return { wishlistId };
    },
    wishlistItemAdd: async (_, { input }, { em, actor, language }) => {
      const wanted = checked(WishlistItemAddInput, input);
      const itemId = await addItem(em, { ownerId: signedIn(actor).id, language }, wanted);
      return { itemId, productId: wanted.productId };
    },
    wishlistItemUpdate: async (_, { input }, { em, actor }) => {
      const wanted = checked(WishlistItemUpdateInput, input);
      await updateItem(em, { ownerId: signedIn(actor).id, ...wanted });
      return { itemId: wanted.itemId };
    },
    wishlistItemRemove: async (_, { input }, { em, actor }) => {
      const { itemId, productId } = checked(WishlistItemRemoveInput, input);
      const { id: ownerId } = signedIn(actor);
      return { ...(itemId === null ? await removeWishesFor(em, ownerId, productId ?? '') : await removeItem(em, ownerId, itemId)) };
    },
    wishlistItemMove: async (_, { input }, { em, actor }) => {
      const wanted = checked(WishlistItemMoveInput, input);
      await moveItem(em, { ownerId: signedIn(actor).id, ...wanted });
      return { itemId: wanted.itemId };
    },
  },

  Subscription: {
    wishlistUpdated: {
      subscribe: async (_, { wishlistId, after }, { actor, feeds }) => {
        const events = await feeds.follow({ feeds: [wishlistFeed(signedIn(actor).id)], after, payload: WishlistSeen });
        return mapAsync(events, async ({ cursor, occurredAt, payload }) => {
          if (wishlistId != null && wishlistId !== payload.wishlistId) return null;
          return { wishlistUpdated: { cursor, occurredAt, ...payload } satisfies WishlistEvent };
        });
      },
    },
  },

  WishlistEvent: {
    wishlist: ({ wishlistId }, _, { loaders }) => loaders.wishlist.load(wishlistId),
    item: ({ kind, itemId }, _, { loaders }) => (itemId === null || kind === 'ITEM_REMOVED' ? null : loaders.wishlistItem.load(itemId)),
  },

  WishlistCreatePayload: changedWishlist,
  WishlistUpdatePayload: changedWishlist,
  WishlistSharePayload: changedWishlist,
  WishlistUnsharePayload: changedWishlist,
  WishlistDeletePayload: { deletedWishlistId: ({ deletedWishlistId }) => deletedWishlistId ?? null },
  WishlistItemUpdatePayload: changedItem,
  WishlistItemMovePayload: changedItem,
  WishlistItemAddPayload: {
    ...changedItem,
    product: ({ productId }, _, { loaders }) => (productId === undefined ? null : loaders.productOnSale.load(productId)),
  },
  WishlistItemRemovePayload: {
    removedItemIds: ({ removedItemIds = [] }) => [...removedItemIds],
    product: ({ productId }, _, { loaders }) => (productId === undefined ? null : loaders.productOnSale.load(productId)),
  },

  Wishlist: {
    __resolveReference: ({ id }, { loaders }) => loaders.wishlist.load(id),
    owner: ({ ownerId }) => ({ id: ownerId }),
    isShared: ({ shareHash }) => shareHash !== null,
    shareToken: (wishlist, _, { actor, shareLinks }) => (actor?.id === wishlist.ownerId ? shareLinks.tokenOf(wishlist) : null),
    items: async (list, args, { loaders }) => foundOn(list, await loaders.itemsOfWishlist.load(list.id, args)),
    itemCount: ({ id }, _, { loaders }) => loaders.itemCountOfWishlist.load(id),
    liveCursor: ({ ownerId, feedSeq }, _, { actor, cursors }) =>
      actor?.id === ownerId ? feedCursor(cursors, { [wishlistFeed(ownerId)]: feedSeq }) : null,
    viewerCanEdit: ({ ownerId }, _, { actor }) => actor?.id === ownerId,
  },

  WishlistItem: {
    wishlist: ({ wishlistId, list }, _, { loaders }) => list ?? present(loaders.wishlistOfItem.load(wishlistId)),
    product: ({ productId }, _, { loaders }) => loaders.productOnSale.load(productId),
    variant: async ({ variantId }, _, { loaders }) => {
      const variant = variantId === null ? null : await loaders.variant.load(variantId);
      return variant?.isOnSale && variant.isEnabled ? variant : null;
    },
    alerts: ({ ownerId, alerts }, _, { actor }) => (actor?.id === ownerId ? [...alerts] : []),
    priceWhenAdded: ({ priceMinorUnits: minorUnits, currencyCode }) => ({ minorUnits, currencyCode }),
    priceDrop: ({ priceMinorUnits, priceNow, currencyCode }) =>
      priceNow === null || priceNow >= priceMinorUnits ? null : { minorUnits: priceMinorUnits - priceNow, currencyCode },
  },

  Product: {
    viewerHasWished: async ({ id }, _, { actor, loaders }) => actor !== null && (await loaders.wishesForProduct.load(id)).length > 0,
    viewerWishlistItems: async ({ id }, _, { actor, loaders }) => (actor === null ? [] : [...(await loaders.wishesForProduct.load(id))]),
  },

  User: {
    wishlists: async ({ id }, args, { actor, cursors, loaders }) => {
      if (actor?.id !== id) return null;
      // Before the list, so that a change in between is told again rather than missed.
      const seq = (await loaders.wishlistFeedHead.load(id))?.seq ?? 0;
      const page = await loaders.wishlistsOf.load(id, args);
      return Object.assign(page, { liveCursor: feedCursor(cursors, { [wishlistFeed(id)]: seq }) });
    },
  },
};

function foundOn(list: Wishlist, page: Connection<WishlistItem>): WishlistItemConnection {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, list } }));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
