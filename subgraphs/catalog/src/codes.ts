/** Reasons that only this subgraph has; the mutations that may answer one name it in their description. */
export const codes = ['IN_USE', 'LIMIT_REACHED', 'SKU_TAKEN', 'SLUG_TAKEN'] as const;
export type CatalogCode = (typeof codes)[number];
