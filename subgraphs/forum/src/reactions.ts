import type { Reaction } from '@agora/platform/events/consumer';
import { relationReactions } from './relations/reactions.ts';

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [...relationReactions];
