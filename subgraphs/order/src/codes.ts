/** Reasons that only this subgraph has; the mutations that may answer one name it in their description. */
export const codes = ['PRICE_CHANGED', 'CART_EMPTY', 'CURRENCY_MISMATCH'] as const;
export type OrderCode = (typeof codes)[number];
