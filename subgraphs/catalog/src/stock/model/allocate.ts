import { availableAt, type VariantStock } from './variant-stock.ts';

/** Units of a variant that are to be taken from a location. */
export interface Allocation {
  readonly stock: VariantStock;
  readonly locationId: string;
  readonly quantity: number;
}

/**
 * Says where the units of an order come from: of each seller from the first location that has all of theirs, so that one parcel is
 * enough; else each variant from the first that has all of its units; else from several. There have to be enough.
 */
export function allocate(demand: ReadonlyMap<VariantStock, number>): Allocation[] {
  const bySeller = Map.groupBy(demand, ([{ variant }]) => variant.sellerId);
  return [...bySeller.values()].flatMap((wanted) => {
    const [first] = wanted;
    const shared = first?.[0].levels.find(({ locationId }) => wanted.every(([stock, quantity]) => has(stock, locationId, quantity)));
    return wanted.flatMap(([stock, quantity]) => allocateOne(stock, quantity, shared?.locationId));
  });
}

function allocateOne(stock: VariantStock, quantity: number, preferred: string | undefined): Allocation[] {
  const whole = preferred ?? stock.levels.find(({ locationId }) => has(stock, locationId, quantity))?.locationId;
  if (whole !== undefined) return [{ stock, locationId: whole, quantity }];
  let missing = quantity;
  return stock.levels.flatMap((level) => {
    const taken = Math.min(missing, availableAt(level));
    missing -= taken;
    return taken > 0 ? [{ stock, locationId: level.locationId, quantity: taken }] : [];
  });
}

function has(stock: VariantStock, locationId: string, quantity: number): boolean {
  const level = stock.at(locationId);
  return level !== undefined && availableAt(level) >= quantity;
}
