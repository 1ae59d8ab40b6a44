import { prefixOf } from '@agora/platform/ids';
import type { Cached } from '@agora/platform/reading/cached';
import { type Actor, isAdmin } from '@agora/platform/security/actor';

/** Whoever is signed in may sell or judge something, have bought the last one, or have been told a moment ago of what is new: they are read to anew. */
const isGuest = (actor: Actor | null) => actor === null;

/** Administrators alone change the tree. */
const isNoAdmin = (actor: Actor | null) => !isAdmin(actor);

/** A product, however it is looked for. */
export const product: Cached<{ readonly id: string }> = {
  kinds: ['product'],
  isFor: isGuest,
  namesOf: (_, [row]) => (row ? [`product/${row.id}`] : null),
};

/** What there is of a product, by its id. */
export const ofProduct: Cached<unknown> = {
  kinds: ['product'],
  isFor: isGuest,
  namesOf: (productId) => [`product/${productId}`],
};

/** What is made of products in general: a list, a count. */
export const ofProducts: Cached<unknown> = { kinds: ['products'], isFor: isGuest, namesOf: () => ['products'] };

/** A category, or what products can tell. */
export const category: Cached<unknown> = {
  kinds: ['categories'],
  isFor: isNoAdmin,
  namesOf: (_, rows) => (rows.length > 0 ? ['categories'] : null),
};

/** What there is in the tree around a category. */
export const ofCategory: Cached<unknown> = { ...category, namesOf: () => ['categories'] };

/** The files that a product or a category shows, by its id. */
export const shownBy: Cached<{ readonly id: string }> = {
  kinds: ['product', 'categories', 'media'],
  isFor: isGuest,
  namesOf(shownBy, files) {
    const names = files.map(({ id }) => `media/${id}`);
    if (prefixOf(shownBy) === 'prd') return [`product/${shownBy}`, ...names];
    return prefixOf(shownBy) === 'cat' ? ['categories', ...names] : null;
  },
};
