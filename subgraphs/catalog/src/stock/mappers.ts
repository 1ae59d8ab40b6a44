import type { Context } from '../context.ts';

type VariantRow = NonNullable<Awaited<ReturnType<Context['loaders']['variant']['load']>>>;

export interface VariantStockEvent {
  readonly cursor: string;
  readonly variant: VariantRow;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}
