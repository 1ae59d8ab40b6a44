import type { Connection } from '@agora/platform/reading/connection';
import type { ProfileRow } from './reads.ts';

export type Profile = ProfileRow;

export type ProfileConnection = Connection<ProfileRow>;
