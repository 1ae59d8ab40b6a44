import { query } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { emailRequested } from '@agora/schema/events/email';
import type { EntityManager } from '@mikro-orm/postgresql';
import { subjectOf } from '../letters/letter.ts';
import { Email } from '../model/email.ts';

/** The channel of PostgreSQL on which senders hear that there is something to send. */
export const EMAILS_DUE = 'emails_due';

/** Whoever sends is told once this has committed. A request for nobody is none; one for a template that is not known waits for a version that knows it. */
export async function queueEmail(tx: EntityManager, request: DataOf<ReturnType<typeof emailRequested>>): Promise<void> {
  const { emailId: id, to: address, recipientId, template: templateKey, locale, variables, sealedSecrets, expiresAt } = request;
  if (address === null) return;
  const subject = subjectOf(templateKey, locale, variables);
  const given = { id, address, recipientId, templateKey, locale, subject, variables, sealedSecrets };
  tx.persist(Email.queue({ ...given, expiresAt: expiresAt === undefined ? null : new Date(expiresAt) }, new Date()));
  await query(tx, `select pg_notify('${EMAILS_DUE}', '')`);
}
