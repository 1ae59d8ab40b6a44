import type { Context } from '../context.ts';
import type { AccountRow } from './reads.ts';

/** What a mutation that changes an account answers with; it is stored for repeats. */
export interface ChangedUser {
  readonly userId?: string;
}

/** The `user` of such a payload, as it is now. */
export function changedUser({ userId }: ChangedUser, _: unknown, { loaders }: Context): Promise<AccountRow | null> | null {
  return userId === undefined ? null : loaders.account.load(userId);
}
