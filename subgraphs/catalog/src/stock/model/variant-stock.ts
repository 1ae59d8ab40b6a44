import type { MovementKind } from './stock-movement.ts';

/** As many units of a variant can be at one location. */
export const MAX_UNITS = 1_000_000;

/** Units of a variant at one location of its seller. */
export interface Level {
  readonly locationId: string;
  /** Whether orders are filled from there. */
  readonly isActive: boolean;
  readonly onHand: number;
  readonly reserved: number;
}

/** Where a seller keeps stock. */
export interface KnownLocation {
  readonly id: string;
  readonly isActive: boolean;
}

/** Why units move: what stands in the ledger beside the numbers. */
export interface Cause {
  readonly note?: string | null;
  readonly orderId?: string;
  /** Absent where the marketplace does it by itself. */
  readonly actorId?: string;
}

/** A line of the ledger that is not written yet. */
export interface NewMovement extends Cause {
  readonly locationId: string;
  readonly kind: MovementKind;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reservedAfter: number;
}

export interface VariantIds {
  readonly id: string;
  readonly productId: string;
  readonly sellerId: string;
}

/**
 * The stock of a variant, which its lock holds: the levels of all locations, the one first that orders are filled from first. It
 * changes by movements alone.
 */
export class VariantStock {
  readonly variant: VariantIds;
  /** As it was announced last. */
  readonly availableBefore: number;
  readonly movements: NewMovement[] = [];
  readonly #levels: Map<string, Level>;

  constructor(variant: VariantIds, levels: readonly Level[], availableBefore = 0) {
    this.variant = variant;
    this.#levels = new Map(levels.map((level) => [level.locationId, level]));
    this.availableBefore = availableBefore;
  }

  get levels(): readonly Level[] {
    return [...this.#levels.values()];
  }

  get onHand(): number {
    return sum(this.levels, ({ onHand }) => onHand);
  }

  get reserved(): number {
    return sum(this.levels, ({ reserved }) => reserved);
  }

  /** Units that can be sold. */
  get available(): number {
    return sum(this.levels, availableAt);
  }

  /** Undefined where no unit ever was. */
  at(locationId: string): Level | undefined {
    return this.#levels.get(locationId);
  }

  reserve(locationId: string, quantity: number, cause: Cause): void {
    this.#move(locationId, 'RESERVED', quantity, { reserved: quantity }, cause);
  }

  /** Puts reserved units back on sale. */
  release(locationId: string, quantity: number, cause: Cause): void {
    this.#move(locationId, 'RELEASED', -quantity, { reserved: -quantity }, cause);
  }

  /** Reserved units are sold, and no longer on hand. */
  sell(locationId: string, quantity: number, cause: Cause): void {
    this.#move(locationId, 'SOLD', -quantity, { onHand: -quantity, reserved: -quantity }, cause);
  }

  /** Units come, or go where `quantity` is negative; null when more would go than is not reserved, and then nothing changed. */
  change({ id, isActive }: KnownLocation, kind: MovementKind, quantity: number, cause: Cause): NewMovement | null {
    const level = this.at(id) ?? { locationId: id, isActive, onHand: 0, reserved: 0 };
    if (level.onHand - level.reserved + quantity < 0) return null;
    this.#levels.set(id, level);
    return this.#move(id, kind, quantity, { onHand: quantity }, cause);
  }

  #move(
    locationId: string,
    kind: MovementKind,
    quantity: number,
    by: { readonly onHand?: number; readonly reserved?: number },
    cause: Cause,
  ): NewMovement {
    const level = this.at(locationId);
    if (!level) throw new Error(`${this.variant.id} has no stock at ${locationId}.`);
    const moved = { ...level, onHand: level.onHand + (by.onHand ?? 0), reserved: level.reserved + (by.reserved ?? 0) };
    this.#levels.set(locationId, moved);
    const movement = { ...cause, locationId, kind, quantity, onHandAfter: moved.onHand, reservedAfter: moved.reserved };
    this.movements.push(movement);
    return movement;
  }
}

/** Units at a level that can be sold. */
export function availableAt({ isActive, onHand, reserved }: Level): number {
  return isActive ? onHand - reserved : 0;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
