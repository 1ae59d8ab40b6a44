import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const StockLocationSchema = defineEntity({
  name: 'StockLocation',
  uniques: [{ name: 'stock_location_default', properties: ['sellerId'], where: 'is_default' }],
  indexes: [{ properties: ['sellerId', 'createdAt', 'id'] }],
  checks: [{ name: 'stock_location_default_check', expression: 'removed_at is null or not is_default' }],
  properties: personal('sellerId', {
    id: p.text().primary(),
    sellerId: p.text(),
    name: p.text(),
    isDefault: p.boolean(),
    isActive: p.boolean(),
    version: p.integer(),
    createdAt: p.datetime(3),
    removedAt: p.datetime(3).nullable(),
  }),
});

/** A place where a seller keeps stock. One that was removed stays, for the movements that name it. */
export class StockLocation extends StockLocationSchema.class {
  static of(given: { id: string; sellerId: string; name: string; isDefault: boolean; createdAt: Date }): StockLocation {
    return newRow(StockLocation, { ...given, isActive: true, version: 1, removedAt: null });
  }

  /** What is absent stays; false where nothing changed. */
  change(to: { readonly name?: string | undefined; readonly isActive?: boolean | undefined }): boolean {
    const { name = this.name, isActive = this.isActive } = to;
    if (name === this.name && isActive === this.isActive) return false;
    Object.assign(this, { name, isActive, version: this.version + 1 });
    return true;
  }

  /** Whether units go there when no place is said; false where nothing changed. */
  beDefault(isDefault: boolean): boolean {
    if (isDefault === this.isDefault) return false;
    Object.assign(this, { isDefault, version: this.version + 1 });
    return true;
  }

  remove(at: Date): void {
    this.removedAt = at;
  }
}
StockLocationSchema.setClass(StockLocation);
