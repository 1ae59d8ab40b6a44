import { on, type Reaction } from '@agora/platform/events/consumer';
import { VariantDelisted, VariantListed } from '@agora/schema/events/catalog';
import { delistVariant, listVariant } from './commands/list-variant.ts';
import { answers } from './saga.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [...answers, on(VariantListed, listVariant), on(VariantDelisted, delistVariant)];
