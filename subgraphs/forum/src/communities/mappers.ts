import type { Connection } from '@agora/platform/reading/connection';
import type { CommunityRow } from './reads.ts';

export type Community = CommunityRow;
export type CommunityConnection = Connection<CommunityRow>;
