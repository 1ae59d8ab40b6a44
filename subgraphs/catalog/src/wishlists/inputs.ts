import { name, term, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { MAX_QUANTITY, WISHLIST_ALERTS } from './model/wishlist-item.ts';
import { sentences } from './sentences.ts';

const Id = term(50);
const OptionalId = Id.nullish().transform((id) => id ?? null);
const Name = name(80);
const Note = text(500).nullish();
const Alerts = z.array(z.enum(WISHLIST_ALERTS)).max(WISHLIST_ALERTS.length);
const Quantity = z.int().min(1).max(MAX_QUANTITY);

export const WishlistCreateInput = z.object({ name: Name });

export const WishlistUpdateInput = z.object({
  wishlistId: Id,
  name: Name.nullish().transform((given) => given ?? undefined),
  isDefault: z
    .boolean()
    .nullish()
    .transform((given) => given ?? undefined),
  expectedVersion: z
    .int()
    .nullish()
    .transform((version) => version ?? null),
});

export const WishlistItemAddInput = z
  .object({
    productId: Id,
    variantId: OptionalId,
    wishlistId: OptionalId,
    quantity: Quantity.nullish(),
    note: Note,
    alerts: Alerts.nullish(),
  })
  .transform(({ quantity, note, alerts, ...which }) => ({
    ...which,
    says: { quantity: quantity ?? undefined, note, alerts: alerts ?? undefined },
  }));

export const WishlistItemUpdateInput = z
  .object({ itemId: Id, variantId: Id.nullish(), quantity: Quantity.nullish(), note: Note, alerts: Alerts.nullish() })
  .transform(({ quantity, note, alerts, ...which }) => ({
    ...which,
    says: { quantity: quantity ?? undefined, note, alerts: alerts ?? undefined },
  }));

export const WishlistItemRemoveInput = z
  .object({ itemId: OptionalId, productId: OptionalId })
  .refine(({ itemId, productId }) => (itemId === null) !== (productId === null), said(sentences.oneOfBoth));

export const WishlistItemMoveInput = z.object({
  itemId: Id,
  wishlistId: OptionalId,
  position: z
    .int()
    .min(0)
    .nullish()
    .transform((position) => position ?? null),
});
