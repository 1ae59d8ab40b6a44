import { on, type Reaction } from '@agora/platform/events/consumer';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { answers } from './checkout/saga.ts';
import { delistVariant, listVariant } from './listings/list-variant.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [...answers, on(VariantListed, listVariant), on(VariantDelisted, delistVariant)];
