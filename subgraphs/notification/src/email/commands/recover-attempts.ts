import type { Logger } from '@agora/platform/observe/logging';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { EmailAttempt } from '../model/email-attempt.ts';
import { endAttempt } from './end-attempt.ts';

/** Ends the attempts of a sender that is gone. Whether the server took those mails nobody knows: rather twice than never. */
export async function recoverAttempts(em: EntityManager, log: Logger): Promise<void> {
  for (const { emailId: id, number: attempt } of await attemptsUnderWay(em)) {
    const one = { id, attempt };
    await endAttempt(em, one, { kind: 'INTERRUPTED', error: 'The sender ended before it noted whether the mail was sent.' });
    log.warn({ emailId: id, attempt }, 'A mail may arrive twice: its sender ended before it noted whether it was sent.');
  }
}

const attemptsUnderWay = statement(
  columnsOf(EmailAttempt, 'email', 'number'),
  (columns) => `select ${columns} from email_attempt where duration_ms is null order by email_id`,
);
