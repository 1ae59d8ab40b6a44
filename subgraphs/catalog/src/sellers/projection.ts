import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { SellerUnverified, SellerVerified, UserRestored, UserSuspended } from '@agora/schema/events/user';
import { rememberStanding } from './remember-standing.ts';

/** What is done with what is on sale, when this changes, is not its business. */
export const sellers: Projection = {
  name: 'sellers',
  description: 'Whether somebody may sell, as user says it.',
  tables: [{ name: 'seller', key: ['user_id'], filled: { is_verified: 'false', is_suspended: 'false' } }],
  reactions: [
    on(SellerVerified, (tx, { userId }) => rememberStanding(tx, userId, { isVerified: true })),
    on(SellerUnverified, (tx, { userId }) => rememberStanding(tx, userId, { isVerified: false })),
    on(UserSuspended, (tx, { userId }) => rememberStanding(tx, userId, { isSuspended: true })),
    on(UserRestored, (tx, { userId }) => rememberStanding(tx, userId, { isSuspended: false })),
  ],
};
