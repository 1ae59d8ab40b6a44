import type { Connection } from '@agora/platform/reading/connection';
import type { Device as KnownDevice } from './device.ts';
import type { DeviceSessionRow } from './reads.ts';
import type { Challenged, SignedIn } from './signed-in.ts';

export type Device = KnownDevice;

export type DeviceSession = DeviceSessionRow;

export type DeviceSessionConnection = Connection<DeviceSessionRow>;

export type SessionCreatePayload = Partial<SignedIn & Challenged>;

export type SessionChallenge = Challenged['challenge'];

export interface SessionRevokePayload {
  readonly revokedSessionIds?: readonly string[];
}
