import type { AccountRow } from './reads.ts';

export type User = AccountRow;
