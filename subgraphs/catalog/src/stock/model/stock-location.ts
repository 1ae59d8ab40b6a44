import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import type { PostalAddress } from '@agora/platform/post/postal-address';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { isDeepStrictEqual } from 'node:util';

const StockLocationSchema = defineEntity({
  name: 'StockLocation',
  uniques: [{ name: 'stock_location_default', properties: ['sellerId'], where: 'is_default' }],
  indexes: [{ properties: ['sellerId', 'createdAt', 'id'] }],
  checks: [{ name: 'stock_location_default_check', expression: 'removed_at is null or not is_default' }],
  properties: personal('sellerId', {
    id: p.text().primary(),
    sellerId: p.text(),
    name: p.text(),
    address: p.json().$type<PostalAddress>().nullable(),
    isDefault: p.boolean(),
    isActive: p.boolean(),
    version: p.integer(),
    createdAt: p.datetime(3),
    removedAt: p.datetime(3).nullable(),
  }),
});

interface NewLocation {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly address: PostalAddress | null;
  readonly isDefault: boolean;
  readonly createdAt: Date;
}

/** What is absent stays. */
export interface LocationChanges {
  readonly name?: string | undefined;
  readonly address?: PostalAddress | null | undefined;
  readonly isActive?: boolean | undefined;
}

/** A place where a seller keeps stock. One that was removed stays, for the movements that name it. */
export class StockLocation extends StockLocationSchema.class {
  static of(given: NewLocation): StockLocation {
    return newRow(StockLocation, { ...given, isActive: true, version: 1, removedAt: null });
  }

  /** False where nothing changed. */
  change(to: LocationChanges): boolean {
    const { name = this.name, isActive = this.isActive, address = this.address ?? null } = to;
    if (name === this.name && isActive === this.isActive && isDeepStrictEqual(address, this.address ?? null)) return false;
    Object.assign(this, { name, address, isActive, version: this.version + 1 });
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
