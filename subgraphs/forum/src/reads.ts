import { loadersOf } from '@agora/platform/reading/loaders';
import { commentReads } from './comments/reads.ts';
import { communityReads } from './communities/reads.ts';
import { postReads } from './posts/reads.ts';

/** The reads of one request: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({ ...communityReads, ...postReads, ...commentReads });

export type Loaders = ReturnType<typeof openLoaders>;
