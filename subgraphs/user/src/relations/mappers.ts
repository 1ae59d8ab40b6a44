import type { Connection } from '@agora/platform/reading/connection';
import type { ChangedUser } from '../accounts/changed-user.ts';
import type { BlockRow, MuteRow } from './reads.ts';

export type UserBlock = BlockRow;

export type UserBlockConnection = Connection<BlockRow>;

export type UserMute = MuteRow;

export type UserMuteConnection = Connection<MuteRow>;

export type UserBlockPayload = ChangedUser;

export type UserUnblockPayload = ChangedUser;

export type UserMutePayload = ChangedUser;

export type UserUnmutePayload = ChangedUser;

export type UserNoteUpdatePayload = ChangedUser;
