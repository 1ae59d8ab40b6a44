import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AttributeDefinition } from '../../attributes/model/attribute-definition.ts';
import { Category } from './category.ts';

const CategoryAttributeSchema = defineEntity({
  name: 'CategoryAttribute',
  properties: impersonal({
    category: () => p.manyToOne(Category).primary().updateRule('no action').deleteRule('cascade'),
    definition: () => p.manyToOne(AttributeDefinition).primary().index().updateRule('no action').deleteRule('no action'),
    /** Whether a product must tell it to be published. */
    isRequired: p.boolean(),
    position: p.integer(),
  }),
});

/** That products of a category, and of those below it, are asked for an attribute. */
export class CategoryAttribute extends CategoryAttributeSchema.class {}
CategoryAttributeSchema.setClass(CategoryAttribute);
