import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { Collection, defineEntity, p } from '@mikro-orm/postgresql';
import { CartLine } from './cart-line.ts';

/** Most units of one variant. */
export const MAX_UNITS = 999;
/** Most different variants. */
export const MAX_LINES = 100;

/** What is put into a cart. */
export interface Addition {
  readonly variantId: string;
  readonly quantity: number;
  readonly unitPriceMinorUnits: number;
  readonly currencyCode: string;
}

/** Why nothing was put into a cart. */
export type Rejection = 'TOO_MANY_UNITS' | 'TOO_MANY_LINES' | 'OTHER_CURRENCY' | 'TOO_LARGE_TOTAL';

const CartSchema = defineEntity({
  name: 'Cart',
  properties: {
    ...personal('ownerId', {
      id: p.text().primary(),
      ownerId: p.text().nullable().unique(),
      tokenHash: p.text().nullable().unique(),
      currencyCode: p.text().nullable(),
      version: p.integer(),
      updatedAt: p.datetime(3),
    }),
    lines: () => p.oneToMany(CartLine).mappedBy('cart').orderBy({ id: 'asc' }).orphanRemoval(),
  },
  indexes: [{ name: 'cart_guest_updated_at_index', properties: ['updatedAt'], where: 'token_hash is not null' }],
  checks: [{ name: 'cart_holder_check', expression: '(owner_id is null) <> (token_hash is null)' }],
});

/** What somebody means to buy, in one currency. It belongs to an account, or to the guest who holds its token. */
export class Cart extends CartSchema.class {
  override lines = new Collection<CartLine>(this);

  /** Null when it was put in. A variant that is there already gets more units; another gets a line with the id `lineId`. */
  add(addition: Addition, lineId: string): Rejection | null {
    const { variantId, quantity, unitPriceMinorUnits, currencyCode } = addition;
    const line = this.lines.find((each) => each.variantId === variantId);
    const units = (line?.quantity ?? 0) + quantity;
    if (!this.isEmpty && this.currencyCode !== currencyCode) return 'OTHER_CURRENCY';
    if (units > MAX_UNITS) return 'TOO_MANY_UNITS';
    if (!line && this.lines.length >= MAX_LINES) return 'TOO_MANY_LINES';
    const others = this.totalMinorUnits - (line ? line.quantity * line.unitPriceMinorUnits : 0);
    if (!Number.isSafeInteger(others + units * unitPriceMinorUnits)) return 'TOO_LARGE_TOTAL';

    this.currencyCode = currencyCode;
    if (line) Object.assign(line, { quantity: units, unitPriceMinorUnits });
    else this.lines.add(newRow(CartLine, { id: lineId, cart: this, variantId, quantity, unitPriceMinorUnits }));
    return null;
  }

  /** Counts one change, however many lines it touched. */
  changed(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }

  empty(): boolean {
    if (this.isEmpty) return false;
    this.lines.removeAll();
    return true;
  }

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  /** At the prices the lines had when they were added. */
  get totalMinorUnits(): number {
    return this.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinorUnits, 0);
  }
}
CartSchema.setClass(Cart);
