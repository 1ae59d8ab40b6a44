import type { Connection } from '@agora/platform/reading/connection';
import type { Device as KnownDevice } from './device.ts';
import type { DeviceSessionRow } from './reads.ts';
import type { SignedIn } from './signed-in.ts';

export type Device = KnownDevice;

export type DeviceSession = DeviceSessionRow;

export type DeviceSessionConnection = Connection<DeviceSessionRow>;

export type SessionCreatePayload = Partial<SignedIn>;

export interface SessionRevokePayload {
  readonly revokedSessionIds?: readonly string[];
}
