import { transaction } from '@agora/platform/database/database';
import type { Problem } from '@agora/platform/errors';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { MovementKind } from '../model/stock-movement.ts';
import { sentences } from '../sentences.ts';
import { lockPlaces, type Wanted } from './lock-places.ts';
import { outOfStock, overfull } from './problems.ts';
import { refuse } from './refuse.ts';
import { type Moved, recordMoved } from './record-moved.ts';

export interface Adjustment extends Wanted {
  readonly quantity: number;
  readonly reason: MovementKind;
  readonly note: string | null;
  readonly quantityField: readonly string[];
}

/**
 * Units come or go by hand, all adjustments or none.
 * @throws NOT_FOUND; OUT_OF_STOCK where more would go than is not set aside; LIMIT_REACHED where a location would hold too many.
 */
export async function adjustStock(em: EntityManager, adjustments: readonly Adjustment[], by: Actor): Promise<Moved> {
  return transaction(em, async (tx) => {
    const places = await lockPlaces(tx, adjustments, by);
    const problems: Problem<CatalogCode>[] = [];
    const movements = places.flatMap((place) => {
      const { locked, location, quantity, reason, note, quantityField } = place;
      const movement = locked.stock.change(location, reason, quantity, { note, actorId: by.id });
      const problem = movement
        ? overfull(movement, quantityField)
        : outOfStock(place, quantityField, ({ onHand, reserved }) => sentences.tooFewUnits(onHand - reserved));
      if (problem) problems.push(problem);
      return movement ?? [];
    });
    refuse(problems);
    return recordMoved(tx, places, movements);
  });
}
