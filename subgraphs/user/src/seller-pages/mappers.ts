import type { SellerPageRow } from './reads.ts';

export type Seller = SellerPageRow;

export interface SellerUpdatePayload {
  readonly sellerId?: string;
}
