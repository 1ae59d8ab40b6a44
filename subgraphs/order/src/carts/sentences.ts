import type { Sentence } from '@agora/platform/input/sentence';

/** What is said to people whose cart cannot take what they give, and of what became of the things in it. */
export const sentences = {
  noSuchCart: {
    en: 'There is no such cart.',
    es: 'No existe ese carrito.',
    pt: 'Esse carrinho não existe.',
  },
  notForSale: {
    en: 'This cannot be bought.',
    es: 'Esto no se puede comprar.',
    pt: 'Isto não pode ser comprado.',
  },
  otherCurrency: {
    en: 'A cart holds things of one currency.',
    es: 'Un carrito contiene cosas de una sola moneda.',
    pt: 'Um carrinho contém coisas de uma só moeda.',
  },
  noPriceIn: (currencyCode: string) => ({
    en: `This is not sold in ${currencyCode}.`,
    es: `Esto no se vende en ${currencyCode}.`,
    pt: `Isto não é vendido em ${currencyCode}.`,
  }),
  tooManyUnits: (max: number) => ({
    en: `A cart holds at most ${max} units of a thing.`,
    es: `Un carrito admite como máximo ${max} unidades de una cosa.`,
    pt: `Um carrinho comporta no máximo ${max} unidades de uma coisa.`,
  }),
  tooManyLines: (max: number) => ({
    en: `A cart holds at most ${max} different things.`,
    es: `Un carrito admite como máximo ${max} cosas distintas.`,
    pt: `Um carrinho comporta no máximo ${max} coisas diferentes.`,
  }),
  totalTooLarge: {
    en: 'This is more money than the marketplace can count.',
    es: 'Es más dinero del que el mercado puede contar.',
    pt: 'É mais dinheiro do que o mercado consegue contar.',
  },
  quantityOutside: (max: number) => ({
    en: `Give a quantity from 1 to ${max}.`,
    es: `Indica una cantidad de 1 a ${max}.`,
    pt: `Indique uma quantidade de 1 a ${max}.`,
  }),
  tooManyLinesAtOnce: (max: number) => ({
    en: `Give at most ${max} lines.`,
    es: `Indica como máximo ${max} líneas.`,
    pt: `Indique no máximo ${max} linhas.`,
  }),
  noLines: {
    en: 'Give at least one line.',
    es: 'Indica al menos una línea.',
    pt: 'Indique pelo menos uma linha.',
  },
  gone: (productName: string | null) => ({
    en: `${productName ?? 'This product'} can no longer be bought.`,
    es: `${productName ?? 'Este producto'} ya no se puede comprar.`,
    pt: `${productName ?? 'Este produto'} já não pode ser comprado.`,
  }),
  priceRose: (productName: string | null) => ({
    en: `The price of ${productName ?? 'this product'} rose.`,
    es: `El precio de ${productName ?? 'este producto'} subió.`,
    pt: `O preço de ${productName ?? 'este produto'} subiu.`,
  }),
  priceFell: (productName: string | null) => ({
    en: `The price of ${productName ?? 'this product'} fell.`,
    es: `El precio de ${productName ?? 'este producto'} bajó.`,
    pt: `O preço de ${productName ?? 'este produto'} baixou.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
