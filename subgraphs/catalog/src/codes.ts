/** Reasons that only this subgraph has; the mutations that may answer one name it in their description. */
export const codes = [
  'ALREADY_EXISTS',
  'CURRENCY_MISMATCH',
  'EXPIRED',
  'IN_USE',
  'LIMIT_REACHED',
  'MEDIA_NOT_READY',
  'MEDIA_REJECTED',
  'NOT_READY',
  'OUT_OF_STOCK',
  'SKU_TAKEN',
  'SLUG_TAKEN',
  'UNSUPPORTED',
] as const;
export type CatalogCode = (typeof codes)[number];
