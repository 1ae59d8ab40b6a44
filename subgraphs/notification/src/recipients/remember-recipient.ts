import type { EntityManager } from '@mikro-orm/postgresql';
import { lockRecipients } from './lock-recipients.ts';

export interface RememberRecipient {
  readonly recipientId: string;
  /** What is absent stays. */
  readonly displayName?: string;
  readonly locale?: string;
}

/** Keeps by which name and in which locale somebody is spoken to; their row may be there already, as who is notified first gets one. */
export async function rememberRecipient(tx: EntityManager, { recipientId, ...known }: RememberRecipient): Promise<void> {
  for (const recipient of await lockRecipients(tx, [recipientId])) Object.assign(recipient, known);
}
