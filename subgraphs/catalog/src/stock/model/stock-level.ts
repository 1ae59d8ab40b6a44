import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { StockLocation } from './stock-location.ts';

const StockLevelSchema = defineEntity({
  name: 'StockLevel',
  checks: [{ name: 'stock_level_check', expression: 'reserved >= 0 and on_hand >= reserved' }],
  properties: impersonal({
    variantId: p.text().primary(),
    location: () => p.manyToOne(StockLocation).primary().index().updateRule('no action').deleteRule('no action'),
    onHand: p.integer(),
    reserved: p.integer(),
    updatedAt: p.datetime(3),
  }),
});

/** Units of a variant at a location: what its movements there add up to. */
export class StockLevel extends StockLevelSchema.class {}
StockLevelSchema.setClass(StockLevel);
