import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';

const ProductDocumentSchema = defineEntity({
  name: 'ProductDocument',
  indexes: [
    {
      name: 'product_document_current_index',
      expression: 'create unique index product_document_current_index on product_document (product_id) where ended_by is null',
    },
    {
      name: 'product_document_words_index',
      expression: 'create index product_document_words_index on product_document using gin (words) with (fastupdate = off)',
    },
    {
      name: 'product_document_name_words_index',
      expression:
        'create index product_document_name_words_index on product_document using gin (name_words) with (fastupdate = off) where ended_by is null and is_on_sale',
    },
    {
      name: 'product_document_price_index',
      expression:
        'create index product_document_price_index on product_document (price_minor_units, product_id) where ended_by is null and is_on_sale',
    },
    {
      name: 'product_document_outdated_index',
      expression: 'create index product_document_outdated_index on product_document (product_id) where is_outdated and ended_by is null',
    },
    {
      name: 'product_document_ended_at_index',
      expression: 'create index product_document_ended_at_index on product_document (ended_at) where ended_by is not null',
    },
  ],
  properties: impersonal({
    product: () => p.manyToOne(Product).primary().updateRule('no action').deleteRule('cascade'),
    /** The transaction that wrote it, and the one that wrote another in its place. */
    madeBy: p.type('xid8').$type<string>().primary(),
    madeAt: p.datetime(3),
    endedBy: p.type('xid8').$type<string>().nullable(),
    endedAt: p.datetime(3).nullable(),
    isOnSale: p.boolean(),
    /** Its categories have other names now. */
    isOutdated: p.boolean().default(false),
    name: p.text(),
    /** Names alone. */
    translations: p.json<Readonly<Record<string, { readonly name: string }>>>(),
    currencyCode: p.text(),
    priceMinorUnits: p.bigint('number'),
    /** Lowest price in each currency that it is sold in. */
    prices: p.json<Readonly<Record<string, number>>>(),
    publishedAt: p.datetime(3).nullable(),
    updatedAt: p.datetime(3),
    nameWords: p.type('tsvector').$type<string>(),
    words: p.type('tsvector').$type<string>(),
  }),
});

/** One version of what a product is found and sorted by; triggers of the database write it. */
export class ProductDocument extends ProductDocumentSchema.class {}
ProductDocumentSchema.setClass(ProductDocument);

const DocumentDueSchema = defineEntity({
  name: 'DocumentDue',
  properties: impersonal({ productId: p.text().primary() }),
});

/** A product whose document is written at the end of the transaction that changes it; there are none beside. */
export class DocumentDue extends DocumentDueSchema.class {}
DocumentDueSchema.setClass(DocumentDue);
