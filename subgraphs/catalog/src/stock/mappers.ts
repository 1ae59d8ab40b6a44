import type { VariantRow } from '../variants/reads.ts';

export interface VariantStockEvent {
  readonly cursor: string;
  readonly variant: VariantRow;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}
