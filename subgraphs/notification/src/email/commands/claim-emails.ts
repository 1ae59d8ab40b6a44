import { transaction } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { EmailAttempt } from '../model/email-attempt.ts';
import { Email } from '../model/email.ts';

/** An e-mail that is to be sent now, and which attempt that is. */
export type EmailTask = Pick<Email, 'id' | 'address' | 'templateKey' | 'locale' | 'variables' | 'sealedSecrets' | 'expiresAt'> & {
  readonly attempt: number;
};

/** Begins an attempt to send each of those that have been due for longest; those that came too late are given up. */
export async function claimEmails(em: EntityManager, max: number): Promise<EmailTask[]> {
  return transaction(em, async (tx) => {
    const now = new Date();
    const due = await tx.find(
      Email,
      { nextAttemptAt: { $lte: now } },
      { orderBy: { nextAttemptAt: 'asc' }, limit: max, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    return due.flatMap((email) => {
      const attempt = email.begin(now);
      if (attempt === null) return [];
      tx.persist(EmailAttempt.begin(email, attempt, now));
      const { id, address, templateKey, locale, variables, sealedSecrets, expiresAt } = email;
      return [{ id, address, templateKey, locale, variables, sealedSecrets, expiresAt, attempt }];
    });
  });
}
