import type { Sentence } from '@agora/platform/input/sentence';

/** What a checkout says to people whose wish it cannot fulfil. */
export const sentences = {
  cartEmpty: {
    en: 'The cart is empty.',
    es: 'El carrito está vacío.',
    pt: 'O carrinho está vazio.',
  },
  somethingGone: {
    en: 'Something in the cart can no longer be bought.',
    es: 'Algo del carrito ya no se puede comprar.',
    pt: 'Algo no carrinho já não pode ser comprado.',
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
} satisfies Record<string, Sentence>;
