import { on, onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { delistVariant, listVariants } from './list-variants.ts';

export const listings: Projection = {
  name: 'listings',
  description: 'The terms on which catalog sells each variant.',
  tables: [{ name: 'listed_variant', key: ['variant_id'] }],
  reactions: [onAll(VariantListed, listVariants), on(VariantDelisted, delistVariant)],
};
