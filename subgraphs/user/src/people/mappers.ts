import type { Connection } from '@agora/platform/reading/connection';
import type { ChangedUser } from '../accounts/changed-user.ts';
import type { AccountRow } from '../accounts/reads.ts';
import type { SuspensionRow } from './reads/people.ts';

export type UserConnection = Connection<AccountRow>;

export type UserSuspension = SuspensionRow;

export type UserRoleGrantPayload = ChangedUser;

export type UserRoleRevokePayload = ChangedUser;

export type UserSuspendPayload = ChangedUser;

export type UserRestorePayload = ChangedUser;
