import type { Reaction } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { answers } from './checkout/saga.ts';
import { listings } from './listings/projection.ts';

/** What this service keeps of others' events. */
export const projections: readonly Projection[] = [listings];

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [...answers, ...listings.reactions];
