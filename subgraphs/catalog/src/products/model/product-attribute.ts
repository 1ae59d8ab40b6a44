import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../../attributes/model/attribute-definition.ts';
import { Product } from './product.ts';

const ProductAttributeSchema = defineEntity({
  name: 'ProductAttribute',
  indexes: [{ properties: ['definition', 'choice', 'product'] }, { properties: ['definition', 'number', 'product'] }],
  checks: [{ name: 'product_attribute_value_check', expression: 'num_nonnulls(text, number, boolean, day, choice) = 1' }],
  properties: impersonal({
    product: () => p.manyToOne(Product).primary().updateRule('no action').deleteRule('cascade'),
    definition: () => p.manyToOne(AttributeDefinition).primary().updateRule('no action').deleteRule('cascade'),
    /** From 0; there are several for CHOICES alone. */
    position: p.integer().primary(),
    text: p.text().nullable(),
    number: p.decimal().precision(24).scale(9).nullable(),
    boolean: p.boolean().nullable(),
    day: p.date().nullable(),
    choice: p.text().nullable(),
  }),
});

/** One value that a product tells; the column of its definition's kind is filled and no other. */
export class ProductAttribute extends ProductAttributeSchema.class {}
ProductAttributeSchema.setClass(ProductAttribute);
