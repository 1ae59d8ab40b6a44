import type { Reaction } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { relations } from './relations/projection.ts';

/** What this service keeps of others' events. */
export const projections: readonly Projection[] = [relations];

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = relations.reactions;
