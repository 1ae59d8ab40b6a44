import { type Happened, onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { SellerChanged, SellerUnverified, SellerVerified, UserRestored, UserSuspended } from '@agora/schema/events/user';
import { nameNewStores, nameStores } from './name-stores.ts';
import { rememberStanding } from './remember-standing.ts';

/** What is done with what is on sale, when this changes, is not its business. */
export const sellers: Projection = {
  name: 'sellers',
  description: 'Whether somebody may sell, and what their shop is called, as user says it.',
  tables: [{ name: 'seller', key: ['user_id'], filled: { is_verified: 'false', is_suspended: 'false', store_name: 'null' } }],
  reactions: [
    onAll(SellerVerified, (tx, happened) => rememberStanding(tx, usersOf(happened), { isVerified: true })),
    onAll(SellerUnverified, (tx, happened) => rememberStanding(tx, usersOf(happened), { isVerified: false })),
    onAll(SellerVerified, (tx, happened) =>
      nameNewStores(
        tx,
        happened.map(({ data }) => data),
      ),
    ),
    onAll(SellerChanged, (tx, happened) =>
      nameStores(
        tx,
        happened.map(({ data }) => data),
      ),
    ),
    onAll(UserSuspended, (tx, happened) => rememberStanding(tx, usersOf(happened), { isSuspended: true })),
    onAll(UserRestored, (tx, happened) => rememberStanding(tx, usersOf(happened), { isSuspended: false })),
  ],
};

function usersOf(happened: readonly Happened<{ readonly userId: string }>[]): string[] {
  return happened.map(({ data }) => data.userId);
}
