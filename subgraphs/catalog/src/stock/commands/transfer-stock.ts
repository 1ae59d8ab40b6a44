import { transaction } from '@agora/platform/database/database';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { lockPlaces } from './lock-places.ts';
import { outOfStock, overfull } from './problems.ts';
import { refuse } from './refuse.ts';
import { recordMoved } from './record-moved.ts';

export interface Transfer {
  readonly variantId: string;
  readonly fromStockLocationId: string;
  readonly toStockLocationId: string;
  readonly quantity: number;
  readonly note: string | null;
}

/**
 * Moves units from one location to another.
 * @throws NOT_FOUND; OUT_OF_STOCK where more would go than is not set aside; LIMIT_REACHED where the other location would hold too many.
 */
export async function transferStock(em: EntityManager, transfer: Transfer, by: Actor): Promise<void> {
  const { variantId, fromStockLocationId, toStockLocationId, quantity, note } = transfer;
  const end = (stockLocationId: string, name: string) => ({
    variantId,
    stockLocationId,
    fields: { variantId: ['variantId'], stockLocationId: [name] },
  });
  await transaction(em, async (tx) => {
    const ends = [end(fromStockLocationId, 'fromStockLocationId'), end(toStockLocationId, 'toStockLocationId')];
    const places = await lockPlaces(tx, ends, by);
    const movements = places.map((place, index) => {
      const movement = place.locked.stock.change(place.location, 'TRANSFERRED', index === 0 ? -quantity : quantity, {
        note,
        actorId: by.id,
      });
      const problem = movement
        ? overfull(movement, ['quantity'])
        : outOfStock(place, ['quantity'], ({ onHand, reserved }) => sentences.tooFewUnits(onHand - reserved));
      refuse(problem ? [problem] : []);
      return movement;
    });
    await recordMoved(
      tx,
      places,
      movements.flatMap((movement) => movement ?? []),
    );
  });
}
