import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { delistVariant, listVariant } from './list-variant.ts';

export const listings: Projection = {
  name: 'listings',
  description: 'The terms on which catalog sells each variant.',
  tables: [{ name: 'listed_variant', key: ['variant_id'] }],
  reactions: [on(VariantListed, listVariant), on(VariantDelisted, delistVariant)],
};
