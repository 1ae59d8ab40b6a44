import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind, Visibility } from '@agora/platform/reading/reader';
import { during, type TimeRange } from '@agora/platform/reading/time-range';
import { StockLevel } from './model/stock-level.ts';
import { StockLocation } from './model/stock-location.ts';
import { type MovementKind, StockMovement } from './model/stock-movement.ts';

/** What is asked of the ledger; conditions are ANDed. */
export interface MovementFilter {
  readonly variantIds?: readonly string[] | undefined;
  readonly stockLocationIds?: readonly string[] | undefined;
  readonly kinds?: readonly MovementKind[] | undefined;
  readonly orderId?: string | undefined;
  readonly occurredAt?: TimeRange | undefined;
}

export type MovementArgs = PageArgs & { readonly filter: MovementFilter };

const locations = rowsOf(StockLocation, 'id', 'sellerId', 'name', 'address', 'isDefault', 'isActive', 'version', 'removedAt');

const levels = {
  from: 'stock_level join stock_location on stock_location.id = stock_level.location_id and stock_location.removed_at is null',
  columns: columnsOf(StockLevel, 'variantId', 'location', 'onHand', 'reserved', 'updatedAt'),
};

const movements = rowsOf(
  StockMovement,
  'id',
  'variantId',
  'location',
  'kind',
  'quantity',
  'onHandAfter',
  'reservedAfter',
  'note',
  'orderId',
  'actorId',
  'occurredAt',
);

export type StockLocationRow = RowOf<typeof locations>;
export type StockLevelRow = RowOf<typeof levels>;
export type StockMovementRow = RowOf<typeof movements>;

/** Seen by the seller and administrators alone. */
const ofSeller =
  (column: string): Visibility =>
  ({ id, isAdmin }) =>
    `${column} = ${id} or ${isAdmin}`;

const IN_ORDER = 'stock_location.is_default desc, stock_location.created_at, stock_location.id';

export const stockReads = {
  /** One that was removed too, for the movements that name it. */
  stockLocation: byKey({ rows: locations, key: 'id', asKey: idOf('loc'), visible: ofSeller('stock_location.seller_id') }),
  stockLocationsOf: allByKey({
    rows: locations,
    key: 'sellerId',
    asKey: idOf('usr'),
    visible: (viewer) => `stock_location.removed_at is null and (${ofSeller('stock_location.seller_id')(viewer)})`,
    order: IN_ORDER,
  }),
  stockLevelsOf: allByKey({
    rows: levels,
    key: 'variantId',
    asKey: idOf('var'),
    visible: ofSeller('stock_location.seller_id'),
    order: IN_ORDER,
  }),
  stockMovement: byKey({ rows: movements, key: 'id', asKey: idOf('mov'), visible: ofSeller('stock_movement.seller_id') }),
  stockMovementsOfVariant: listsOf({
    rows: movements,
    of: 'stock_movement.variant_id = parent.id',
    where: ({ filter }: MovementArgs, bind) => conditionsOf({ ...filter, variantIds: undefined }, bind),
    visible: ofSeller('stock_movement.seller_id'),
    order: newestFirst('stock movements of a variant'),
  }),
  /** Of variants that are still there. */
  stockMovementsOfSeller: listsOf({
    rows: movements,
    of: 'stock_movement.seller_id = parent.id',
    where: ({ filter }: MovementArgs, bind) => [
      'exists (select from product_variant where product_variant.id = stock_movement.variant_id)',
      ...conditionsOf(filter, bind),
    ],
    visible: ofSeller('stock_movement.seller_id'),
    order: newestFirst('stock movements of a seller'),
  }),
};

function newestFirst(name: string) {
  return sortedBy(name, { sql: 'stock_movement.number', type: 'bigint', direction: 'DESC' });
}

function conditionsOf({ variantIds, stockLocationIds, kinds, orderId, occurredAt }: MovementFilter, bind: Bind): string[] {
  return [
    ...(variantIds ? [`stock_movement.variant_id = any(${bind(variantIds)}::text[])`] : []),
    ...(stockLocationIds ? [`stock_movement.location_id = any(${bind(stockLocationIds)}::text[])`] : []),
    ...(kinds ? [`stock_movement.kind = any(${bind(kinds)}::text[])`] : []),
    ...(orderId === undefined ? [] : [`stock_movement.order_id = ${bind(orderId)}`]),
    ...during('stock_movement.occurred_at', occurredAt, bind),
  ];
}
