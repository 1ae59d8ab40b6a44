import type { Connection } from '@agora/platform/reading/connection';
import type { SecurityEventRow } from './reads/security-events.ts';

export type SecurityEvent = SecurityEventRow;

export type SecurityEventConnection = Connection<SecurityEventRow>;
