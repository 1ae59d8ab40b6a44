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
}
StockLocationSchema.setClass(StockLocation);
