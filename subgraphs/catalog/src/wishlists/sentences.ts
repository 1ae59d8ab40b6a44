import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  /** What the first list is called, which nobody has named. */
  firstList: { en: 'Wishlist', es: 'Lista de deseos', pt: 'Lista de desejos' },
  noSuchList: {
    en: 'You have no such wishlist.',
    es: 'No tienes esa lista de deseos.',
    pt: 'Você não tem essa lista de desejos.',
  },
  noSuchWish: {
    en: 'You have no such wish.',
    es: 'No tienes ese deseo.',
    pt: 'Você não tem esse desejo.',
  },
  notOnSale: {
    en: 'This product is not on sale.',
    es: 'Este producto no está en venta.',
    pt: 'Este produto não está à venda.',
  },
  noSuchVariant: {
    en: 'This product has no such variant.',
    es: 'Este producto no tiene esa variante.',
    pt: 'Este produto não tem essa variante.',
  },
  tooManyLists: (max: number) => ({
    en: `You can have at most ${max} wishlists.`,
    es: `Puedes tener como máximo ${max} listas de deseos.`,
    pt: `Você pode ter no máximo ${max} listas de desejos.`,
  }),
  tooManyItems: (max: number) => ({
    en: `A wishlist holds at most ${max} things.`,
    es: `Una lista de deseos tiene como máximo ${max} cosas.`,
    pt: `Uma lista de desejos tem no máximo ${max} coisas.`,
  }),
  wishedTooOften: (max: number) => ({
    en: `You can wish for one product at most ${max} times.`,
    es: `Puedes desear un mismo producto como máximo ${max} veces.`,
    pt: `Você pode desejar um mesmo produto no máximo ${max} vezes.`,
  }),
  wishedAlready: {
    en: 'This variant is on the list already.',
    es: 'Esta variante ya está en la lista.',
    pt: 'Esta variante já está na lista.',
  },
  needsDefault: {
    en: 'Say which other wishlist is the default one instead.',
    es: 'Indica qué otra lista de deseos es la predeterminada en su lugar.',
    pt: 'Indique qual outra lista de desejos passa a ser a padrão.',
  },
  defaultStays: {
    en: 'The default wishlist stays; make another one the default first.',
    es: 'La lista predeterminada se queda; antes haz predeterminada otra.',
    pt: 'A lista padrão fica; antes torne outra a padrão.',
  },
  oneOfBoth: {
    en: 'Give the wish or the product.',
    es: 'Indica el deseo o el producto.',
    pt: 'Indique o desejo ou o produto.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
