import type { Sentence } from '@agora/platform/input/sentence';

/** What is said to sellers of the variants, options and prices that they give. */
export const sentences = {
  skuTaken: {
    en: 'Another of your variants has this SKU.',
    es: 'Otra de tus variantes tiene este SKU.',
    pt: 'Outra das suas variantes tem este SKU.',
  },
  codesTooLong: {
    en: 'This is too long to be the beginning of several SKUs.',
    es: 'Es demasiado largo para ser el comienzo de varios SKU.',
    pt: 'É longo demais para ser o começo de vários SKUs.',
  },
  notWithVariants: {
    en: 'Give this in each of the variants instead.',
    es: 'Indica esto en cada una de las variantes.',
    pt: 'Indique isto em cada uma das variantes.',
  },
  noVariant: {
    en: 'Give at least one variant.',
    es: 'Indica al menos una variante.',
    pt: 'Indique pelo menos uma variante.',
  },
  tooManyVariants: (max: number) => ({
    en: `A product has at most ${max} variants.`,
    es: `Un producto tiene como máximo ${max} variantes.`,
    pt: `Um produto tem no máximo ${max} variantes.`,
  }),
  noSuchVariant: {
    en: 'The product has no such variant.',
    es: 'El producto no tiene esa variante.',
    pt: 'O produto não tem essa variante.',
  },
  wasOrdered: {
    en: 'This variant was ordered: disable it instead.',
    es: 'Esta variante ya se pidió: mejor desactívala.',
    pt: 'Esta variante já foi pedida: em vez disso, desative-a.',
  },
  lastVariant: {
    en: 'A product keeps at least one variant.',
    es: 'Un producto conserva al menos una variante.',
    pt: 'Um produto mantém pelo menos uma variante.',
  },
  sameVariant: {
    en: 'Another variant has the same values.',
    es: 'Otra variante tiene los mismos valores.',
    pt: 'Outra variante tem os mesmos valores.',
  },
  valuePerOption: (count: number) => ({
    en: count === 0 ? 'This product has no options.' : `Give a value for each of the ${count} options.`,
    es: count === 0 ? 'Este producto no tiene opciones.' : `Indica un valor para cada una de las ${count} opciones.`,
    pt: count === 0 ? 'Este produto não tem opções.' : `Indique um valor para cada uma das ${count} opções.`,
  }),
  noSuchValue: (optionName: string) => ({
    en: `${optionName} has no such value.`,
    es: `${optionName} no tiene ese valor.`,
    pt: `${optionName} não tem esse valor.`,
  }),
  noValue: {
    en: 'Give at least one value.',
    es: 'Indica al menos un valor.',
    pt: 'Indique pelo menos um valor.',
  },
  valueTwice: {
    en: 'Give each value once.',
    es: 'Indica cada valor una sola vez.',
    pt: 'Indique cada valor uma só vez.',
  },
  optionTwice: {
    en: 'Another option has this name.',
    es: 'Otra opción tiene este nombre.',
    pt: 'Outra opção tem este nome.',
  },
  tooManyOptions: (max: number) => ({
    en: `A product has at most ${max} options.`,
    es: `Un producto tiene como máximo ${max} opciones.`,
    pt: `Um produto tem no máximo ${max} opções.`,
  }),
  noSuchOption: {
    en: 'The product has no such option.',
    es: 'El producto no tiene esa opción.',
    pt: 'O produto não tem essa opção.',
  },
  valueInUse: {
    en: 'A value that variants have cannot go.',
    es: 'Un valor que tienen variantes no se puede quitar.',
    pt: 'Um valor que variantes têm não pode sair.',
  },
  alikeWithoutOption: {
    en: 'Two variants would be the same without this option.',
    es: 'Dos variantes serían iguales sin esta opción.',
    pt: 'Duas variantes seriam iguais sem esta opção.',
  },
  priceNotAboveZero: {
    en: 'The price must be above 0.',
    es: 'El precio debe ser mayor que 0.',
    pt: 'O preço deve ser maior que 0.',
  },
  noReduction: {
    en: 'The price before a reduction must be above the price.',
    es: 'El precio antes de una rebaja debe ser mayor que el precio.',
    pt: 'O preço antes de uma redução deve ser maior que o preço.',
  },
  noPrice: {
    en: 'Give at least one price.',
    es: 'Indica al menos un precio.',
    pt: 'Indique pelo menos um preço.',
  },
  currencyTwice: {
    en: 'Give one price in each currency.',
    es: 'Indica un solo precio en cada moneda.',
    pt: 'Indique um só preço em cada moeda.',
  },
  noPriceInOwnCurrency: (currencyCode: string) => ({
    en: `A price in ${currencyCode} is needed, the product's own currency.`,
    es: `Hace falta un precio en ${currencyCode}, la moneda propia del producto.`,
    pt: `É necessário um preço em ${currencyCode}, a moeda própria do produto.`,
  }),
  noBarcode: {
    en: 'This is no GTIN: 8, 12, 13 or 14 digits, of which the last is a check digit.',
    es: 'Esto no es un GTIN: 8, 12, 13 o 14 dígitos, el último de control.',
    pt: 'Isto não é um GTIN: 8, 12, 13 ou 14 dígitos, o último de controle.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
