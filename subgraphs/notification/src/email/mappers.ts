import type { Connection } from '@agora/platform/reading/connection';
import type { AttemptRow, EmailFilter, EmailRow } from './reads.ts';

export type EmailLog = EmailRow;
export type EmailAttempt = AttemptRow;

export interface EmailLogConnection {
  readonly page: Connection<EmailRow>;
  readonly filter: EmailFilter;
}

/** Stored for repeats of the same request: ids only. */
export interface EmailRetryPayload {
  readonly emailIds?: readonly string[];
}
