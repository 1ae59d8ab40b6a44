import type { Reaction } from '@agora/platform/events/consumer';

/** Everything this service does because something happened elsewhere: nothing yet. */
export const reactions: readonly Reaction[] = [];
