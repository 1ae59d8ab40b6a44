import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ProductSalesSchema = defineEntity({
  name: 'ProductSales',
  indexes: [
    {
      name: 'product_sales_current_index',
      expression: 'create unique index product_sales_current_index on product_sales (product_id) where ended_by is null',
    },
    {
      name: 'product_sales_units_sold_index',
      expression: 'create index product_sales_units_sold_index on product_sales (units_sold, product_id) where ended_by is null',
    },
    {
      name: 'product_sales_trend_index',
      expression: 'create index product_sales_trend_index on product_sales (trend, product_id) where ended_by is null',
    },
    {
      name: 'product_sales_ended_at_index',
      expression: 'create index product_sales_ended_at_index on product_sales (ended_at) where ended_by is not null',
    },
  ],
  properties: impersonal({
    productId: p.text().primary(),
    /** The transaction that wrote it, and the one that wrote another in its place. */
    madeBy: p.type('xid8').$type<string>().primary(),
    madeAt: p.datetime(3),
    endedBy: p.type('xid8').$type<string>().nullable(),
    endedAt: p.datetime(3).nullable(),
    unitsSold: p.bigint('number'),
    trend: p.double(),
  }),
});

/** One version of how much of a product was sold; triggers of the database write it from what was bought. */
export class ProductSales extends ProductSalesSchema.class {}
ProductSalesSchema.setClass(ProductSales);
