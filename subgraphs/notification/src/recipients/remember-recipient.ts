import type { EntityManager } from '@mikro-orm/postgresql';
import { lockRecipients } from './lock-recipients.ts';

export interface RememberRecipient {
  readonly recipientId: string;
  /** What is absent stays. */
  readonly displayName?: string;
  readonly locale?: string;
  readonly isModerator?: boolean;
}

/** Keeps by which name and in which locale people are spoken to, and whether they moderate; their rows may be there already, as who is notified first gets one. */
export async function rememberRecipients(tx: EntityManager, people: readonly RememberRecipient[]): Promise<void> {
  const locked = await lockRecipients(
    tx,
    people.map(({ recipientId }) => recipientId),
  );
  const recipients = new Map(locked.map((recipient) => [recipient.id, recipient]));
  for (const { recipientId, ...known } of people) Object.assign(recipients.get(recipientId) ?? {}, known);
}
