import { announce } from '@agora/platform/events/event-log';
import { ThresholdSet } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';

interface Warned {
  readonly id: string;
  readonly lowStockThreshold: number | null;
}

/** Announces of new variants below how many units their seller is warned, where that was said. */
export async function announceThresholds(tx: EntityManager, sellerId: string, variants: readonly Warned[]): Promise<void> {
  for (const { id: variantId, lowStockThreshold: threshold } of variants)
    if (threshold !== null) await announce(tx, ThresholdSet, { variantId, sellerId, threshold });
}
