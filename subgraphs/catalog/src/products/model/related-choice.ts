import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Product } from './product.ts';

const RelatedChoiceSchema = defineEntity({
  name: 'RelatedChoice',
  properties: impersonal({
    product: () => p.manyToOne(Product).primary().updateRule('no action').deleteRule('cascade'),
    /** The other product. It is no reference: who chooses it would lock it, and two that choose each other would wait for each other. */
    relatedId: p.text().primary(),
    position: p.integer(),
  }),
});

/** That a seller shows another product of theirs first where one is shown. */
export class RelatedChoice extends RelatedChoiceSchema.class {}
RelatedChoiceSchema.setClass(RelatedChoice);
