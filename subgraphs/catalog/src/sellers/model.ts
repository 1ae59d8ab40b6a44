import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SellerSchema = defineEntity({
  name: 'Seller',
  properties: personal('userId', {
    userId: p.text().primary(),
    isVerified: p.boolean(),
    isSuspended: p.boolean(),
    storeName: p.text().nullable(),
  }),
});

/** Whether somebody may sell, as user has said it. */
export interface Standing {
  readonly isVerified: boolean;
  readonly isSuspended: boolean;
}

/** Catalog's own copy of who may sell, so that publishing asks nobody. */
export class Seller extends SellerSchema.class {
  get maySell(): boolean {
    return this.isVerified && !this.isSuspended;
  }

  call(storeName: string | null): void {
    this.storeName = storeName;
  }

  /** What is absent stays. */
  stand(standing: Partial<Standing>): void {
    Object.assign(this, standing);
  }
}
SellerSchema.setClass(Seller);
