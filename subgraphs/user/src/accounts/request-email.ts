import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { seal } from '@agora/platform/security/seal';
import type { EmailTemplateKey, SecretsOf, VariablesOf } from '@agora/schema/emails';
import { UserEmailRequested } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface EmailRequest<Key extends EmailTemplateKey> {
  readonly template: Key;
  /** Null where nobody is to get it, though asking costs the same. */
  readonly to: string | null;
  readonly recipientId: string | null;
  readonly locale: string;
  readonly variables: VariablesOf<Key>;
  readonly secrets: SecretsOf<Key>;
  readonly expiresAt?: Date;
}

/** Asks notification for a mail, in the transaction that it tells of. */
export type RequestEmail = <Key extends EmailTemplateKey>(tx: EntityManager, request: EmailRequest<Key>) => Promise<void>;

/** Secrets are sealed for notification: neither the log of events nor whoever carries it learns them. */
export function createRequestEmail(masterKey: string): RequestEmail {
  return async (tx, { template, to, recipientId, locale, variables, secrets, expiresAt }) => {
    await announce(tx, UserEmailRequested, {
      emailId: newId('eml'),
      to,
      recipientId,
      template,
      locale,
      variables: { ...variables },
      sealedSecrets: seal(masterKey, JSON.stringify(secrets)),
      ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    });
  };
}
