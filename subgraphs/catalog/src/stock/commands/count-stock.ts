import { transaction } from '@agora/platform/database/database';
import type { Problem } from '@agora/platform/errors';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { NewMovement } from '../model/variant-stock.ts';
import { sentences } from '../sentences.ts';
import { lockPlaces, type Place, type Wanted } from './lock-places.ts';
import { outOfStock } from './problems.ts';
import { refuse } from './refuse.ts';
import { type Moved, recordMoved } from './record-moved.ts';

export interface Count extends Wanted {
  readonly onHand: number;
  /** What the books are to have had; null where that is all the same. */
  readonly expectedOnHand: number | null;
  readonly note: string | null;
  readonly onHandField: readonly string[];
  readonly expectedField: readonly string[];
}

/**
 * Sets what is on hand to what was counted, all counts or none.
 * @throws NOT_FOUND; CONFLICT where the books had another number than expected; OUT_OF_STOCK where fewer were counted than are set aside;
 * INVALID for what is counted twice.
 */
export async function countStock(
  em: EntityManager,
  counts: readonly Count[],
  by: Actor,
  kind: 'COUNTED' | 'IMPORTED' = 'COUNTED',
): Promise<Moved> {
  return transaction(em, async (tx) => {
    const places = await lockPlaces(tx, counts, by);
    const counted = new Set<string>();
    const problems: Problem<CatalogCode>[] = [];
    const movements: NewMovement[] = [];
    for (const place of places) {
      const key = `${place.variantId} ${place.location.id}`;
      const problem = counted.has(key)
        ? { code: 'INVALID' as const, message: sentences.countedTwice, field: place.fields.variantId }
        : unexpected(place);
      counted.add(key);
      const change = problem ? 0 : place.onHand - onHandOf(place);
      const movement =
        change === 0 ? undefined : place.locked.stock.change(place.location, kind, change, { note: place.note, actorId: by.id });
      if (movement) movements.push(movement);
      if (problem) problems.push(problem);
      else if (movement === null)
        problems.push(outOfStock(place, place.onHandField, ({ reserved }) => sentences.fewerThanReserved(reserved)));
    }
    refuse(problems);
    return recordMoved(tx, places, movements);
  });
}

function unexpected(place: Count & Place): Problem<CatalogCode> | undefined {
  const onHand = onHandOf(place);
  if (place.expectedOnHand === null || place.expectedOnHand === onHand) return undefined;
  return { code: 'CONFLICT', message: sentences.otherCount(onHand), field: place.expectedField };
}

function onHandOf({ locked, location }: Place): number {
  return locked.stock.at(location.id)?.onHand ?? 0;
}
