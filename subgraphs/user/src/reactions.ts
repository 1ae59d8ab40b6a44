import { on, type Reaction } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { MediaDeleted } from '@agora/schema/events/catalog';
import { OrderPlaced } from '@agora/schema/events/order';
import { forgetAvatar } from './accounts/commands/forget-avatar.ts';
import { validateCustomer } from './accounts/commands/validate-customer.ts';
import { knownFiles } from './files/projection.ts';
import { forgetWork } from './profiles/commands/forget-work.ts';
import { forgetShopPicture } from './seller-pages/update-seller.ts';

/** What this service keeps of others' events. */
export const projections: readonly Projection[] = [knownFiles];

/** Everything this service does because something happened elsewhere. */
export const reactions: readonly Reaction[] = [
  ...knownFiles.reactions,
  on(MediaDeleted, async (tx, { mediaId, ownerId }) => {
    await forgetAvatar(tx, ownerId, mediaId);
    await forgetWork(tx, ownerId, mediaId);
    await forgetShopPicture(tx, ownerId, mediaId);
  }),
  on(OrderPlaced, (tx, order) => validateCustomer(tx, order)),
];
