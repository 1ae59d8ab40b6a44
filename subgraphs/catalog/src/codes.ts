/** Reasons that only this subgraph has; the mutations that may answer one name it in their description. */
export const codes = ['SKU_TAKEN'] as const;
export type CatalogCode = (typeof codes)[number];
