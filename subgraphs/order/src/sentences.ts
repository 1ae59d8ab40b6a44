import type { Sentence } from '@agora/platform/input/sentence';

/** What order says to people whose wish it cannot fulfil, and of what is in their carts. */
export const sentences = {
  noSuchCart: {
    en: 'There is no such cart.',
    es: 'No existe ese carrito.',
    pt: 'Esse carrinho não existe.',
  },
  cartChanged: {
    en: 'Somebody else changed the cart meanwhile.',
    es: 'Alguien más cambió el carrito entretanto.',
    pt: 'Outra pessoa mudou o carrinho nesse meio-tempo.',
  },
  cartEmpty: {
    en: 'The cart is empty.',
    es: 'El carrito está vacío.',
    pt: 'O carrinho está vazio.',
  },
  notForSale: {
    en: 'This cannot be bought.',
    es: 'Esto no se puede comprar.',
    pt: 'Isto não pode ser comprado.',
  },
  somethingGone: {
    en: 'Something in the cart can no longer be bought.',
    es: 'Algo del carrito ya no se puede comprar.',
    pt: 'Algo no carrinho já não pode ser comprado.',
  },
  otherCurrency: {
    en: 'A cart holds things of one currency.',
    es: 'Un carrito contiene cosas de una sola moneda.',
    pt: 'Um carrinho contém coisas de uma só moeda.',
  },
  tooManyUnits: (most: number) => ({
    en: `A cart holds at most ${most} units of a thing.`,
    es: `Un carrito admite como máximo ${most} unidades de una cosa.`,
    pt: `Um carrinho comporta no máximo ${most} unidades de uma coisa.`,
  }),
  tooManyLines: (most: number) => ({
    en: `A cart holds at most ${most} different things.`,
    es: `Un carrito admite como máximo ${most} cosas distintas.`,
    pt: `Um carrinho comporta no máximo ${most} coisas diferentes.`,
  }),
  totalTooLarge: {
    en: 'This is more money than the marketplace can count.',
    es: 'Es más dinero del que el mercado puede contar.',
    pt: 'É mais dinheiro do que o mercado consegue contar.',
  },
  quantityOutside: (most: number) => ({
    en: `Give a quantity from 1 to ${most}.`,
    es: `Indica una cantidad de 1 a ${most}.`,
    pt: `Indique uma quantidade de 1 a ${most}.`,
  }),
  tooManyLinesAtOnce: (most: number) => ({
    en: `Give at most ${most} lines.`,
    es: `Indica como máximo ${most} líneas.`,
    pt: `Indique no máximo ${most} linhas.`,
  }),
  noLines: {
    en: 'Give at least one line.',
    es: 'Indica al menos una línea.',
    pt: 'Indique pelo menos uma linha.',
  },
  noSuchPaymentMethod: {
    en: 'There is no such payment method.',
    es: 'No existe ese medio de pago.',
    pt: 'Esse meio de pagamento não existe.',
  },
  noSuchOrder: {
    en: 'There is no such order.',
    es: 'No existe ese pedido.',
    pt: 'Esse pedido não existe.',
  },
  noSuchCheckout: {
    en: 'There is no such checkout.',
    es: 'No existe esa compra.',
    pt: 'Essa compra não existe.',
  },
  notStuckAnyMore: {
    en: 'This checkout is not stuck any more.',
    es: 'Esta compra ya no está atascada.',
    pt: 'Esta compra já não está parada.',
  },
  tooLateToCancel: {
    en: 'This order can no longer be cancelled.',
    es: 'Este pedido ya no se puede cancelar.',
    pt: 'Este pedido já não pode ser cancelado.',
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
