import { loadersOf } from '@agora/platform/reading/loaders';
import { emailReads } from './email/reads.ts';
import { notificationReads } from './notifications/reads.ts';
import { recipientReads } from './recipients/reads.ts';

/** The reads of one request: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({ ...recipientReads, ...emailReads, ...notificationReads });

export type Loaders = ReturnType<typeof openLoaders>;
