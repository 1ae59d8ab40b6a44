import { checked } from '@agora/platform/input/input';
import { sumOf } from '@agora/platform/money';
import type { Language } from '@agora/platform/input/sentence';
import type { CartWarning, Resolvers } from '../graph/schema.generated.ts';
import { addLines } from './commands/add-lines.ts';
import { CartLinesInput } from './inputs.ts';
import type { CartLineRow } from './reads.ts';
import { sentences } from './sentences.ts';

/** What an empty cart counts in until its first line says otherwise. */
const DEFAULT_CURRENCY = 'EUR';

export const carts: Resolvers = {
  Query: {
    cart: async (_, { token }, { actor, loaders }) => {
      const own = actor ? await loaders.cartOfOwner.load(actor.id) : null;
      return own ?? (token ? loaders.cartByToken.load(token) : null);
    },
  },

  Mutation: {
    cartLinesAdd: async (_, { input }, { em, actor, ip, limits }) => {
      const { cartToken, lines, currencyCode, expectedVersion } = checked(CartLinesInput, input);
      if (!actor && cartToken == null) limits.newGuestCart({ ip });
      const { cartId, newToken } = await addLines(em, {
        ownerId: actor?.id ?? null,
        token: cartToken ?? null,
        lines,
        currencyCode: currencyCode ?? null,
        expectedVersion: expectedVersion ?? null,
      });
      return { cartId, cartToken: newToken };
    },
  },

  Cart: {
    __resolveReference: ({ id }, { loaders }) => loaders.cart.load(id),
    lines: async ({ id }, _, { loaders }) => [...(await loaders.linesOfCart.load(id))],
    total: async ({ id, currencyCode }, _, { loaders }) => {
      const lines = await loaders.linesOfCart.load(id);
      return sumOf(
        currencyCode ?? DEFAULT_CURRENCY,
        lines.map((line) => ({ minorUnits: line.quantity * line.unitPriceMinorUnits, currencyCode: line.currencyCode })),
      );
    },
    warnings: async ({ id }, _, { language, loaders }) =>
      (await loaders.linesOfCart.load(id)).flatMap((line) => warningsOf(line, language)),
  },

  CartLine: {
    variant: ({ variantId }) => ({ id: variantId }),
    unitPrice: ({ unitPriceMinorUnits, currencyCode }) => ({ minorUnits: unitPriceMinorUnits, currencyCode }),
  },

  CartPayload: {
    cart: ({ cartId }, _, { loaders }) => (cartId ? loaders.changedCart.load(cartId) : null),
  },

  User: {
    __resolveReference: ({ id }) => ({ id }),
    cart: ({ id }, _, { loaders }) => loaders.cartOfOwner.load(id),
  },
};

function warningsOf({ id: lineId, priceNow, unitPriceMinorUnits, productName }: CartLineRow, language: Language): CartWarning[] {
  if (priceNow === null) return [{ code: 'NOT_AVAILABLE', message: sentences.gone(productName)[language], lineId }];
  if (priceNow > unitPriceMinorUnits) return [{ code: 'PRICE_INCREASED', message: sentences.priceRose(productName)[language], lineId }];
  if (priceNow < unitPriceMinorUnits) return [{ code: 'PRICE_DECREASED', message: sentences.priceFell(productName)[language], lineId }];
  return [];
}
