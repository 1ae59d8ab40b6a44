import { query, transaction } from '@agora/platform/database/database';
import { type Problem, Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Email } from '../model/email.ts';
import { sentences } from '../sentences.ts';
import { EMAILS_DUE } from './queue-email.ts';

/**
 * Has e-mails that failed sent again, all or none.
 * @throws NOT_FOUND and CONFLICT, naming each, for those that there are not, and those that were sent, wait or have come too late.
 */
export async function retryEmails(em: EntityManager, ids: readonly string[]): Promise<void> {
  await transaction(em, async (tx) => {
    const found = await tx.find(Email, { id: [...new Set(ids)] }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
    const byId = new Map(found.map((email) => [email.id, email]));
    const now = new Date();
    const retried = new Set(found.filter((email) => email.retry(now)).map(({ id }) => id));
    const [first, ...rest] = ids.flatMap((id, index): Problem[] => {
      const field = ['emailLogIds', String(index)];
      if (!byId.has(id)) return [{ code: 'NOT_FOUND', message: sentences.noSuchEmail, field }];
      return retried.has(id) ? [] : [{ code: 'CONFLICT', message: sentences.notToBeRetried, field }];
    });
    if (first) throw new Refusal([first, ...rest]);
    await query(tx, `select pg_notify('${EMAILS_DUE}', '')`);
  });
}
