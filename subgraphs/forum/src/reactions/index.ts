import type { Reaction } from '@agora/platform/consumer';

/** Everything this service does because something happened elsewhere: nothing yet. */
export const reactions: readonly Reaction[] = [];
