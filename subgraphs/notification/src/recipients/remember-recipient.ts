import type { EntityManager } from '@mikro-orm/postgresql';
import { lockRecipients } from './lock-recipients.ts';

export interface RememberRecipient {
  readonly recipientId: string;
  readonly displayName: string;
  readonly locale: string;
}

/** Somebody may have been told something before they were known here. */
export async function rememberRecipient(tx: EntityManager, { recipientId, displayName, locale }: RememberRecipient): Promise<void> {
  for (const recipient of await lockRecipients(tx, [recipientId])) Object.assign(recipient, { displayName, locale });
}
