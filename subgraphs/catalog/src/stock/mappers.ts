import type { Sentence } from '@agora/platform/input/sentence';
import type { PostalAddress as Post } from '@agora/platform/post/postal-address';
import type { Connection } from '@agora/platform/reading/connection';
import type { Context } from '../context.ts';
import type { ChangeKind } from './feed.ts';
import type { StockLevelRow, StockLocationRow, StockMovementRow } from './reads.ts';

export type PostalAddress = Post;
export type StockLocation = StockLocationRow;
export type StockLevel = StockLevelRow;
export type StockMovement = StockMovementRow;
export type StockMovementConnection = Connection<StockMovementRow>;

export interface VariantStockEvent {
  readonly cursor: string;
  readonly kind: ChangeKind;
  readonly variant: NonNullable<Awaited<ReturnType<Context['loaders']['variant']['load']>>>;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}

export interface OutOfStockError {
  readonly code: 'OUT_OF_STOCK';
  readonly message: Sentence;
  readonly field: string[] | null;
  readonly variantId: string;
  readonly availableQuantity: number;
}

/** Stored for repeats of the same request: the ids only. */
interface MovedVariants {
  readonly variantIds?: readonly string[];
  readonly movementIds?: readonly string[];
}

interface ChangedLocation {
  readonly locationId?: string;
}

export type VariantStockAdjustPayload = MovedVariants;
export type VariantStockSetPayload = MovedVariants;
export type VariantLowStockThresholdSetPayload = MovedVariants;
export interface VariantStockTransferPayload {
  readonly variantId?: string;
}
export type StockLocationCreatePayload = ChangedLocation;
export type StockLocationUpdatePayload = ChangedLocation;
export interface StockLocationDeletePayload {
  readonly deletedStockLocationId?: string;
}
