import type { Connection } from '@agora/platform/reading/connection';
import type { CategoryRow } from './reads.ts';

export type Category = CategoryRow;
export type CategoryConnection = Connection<CategoryRow>;
