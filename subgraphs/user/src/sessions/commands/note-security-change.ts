import { languageFor } from '@agora/platform/input/sentence';
import type { VariablesOf } from '@agora/schema/emails';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import type { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { deviceOf, labelOf } from '../device.ts';
import type { Client } from '../model/session.ts';

export interface SecurityChange {
  readonly account: Account;
  readonly change: VariablesOf<'security_changed'>['change'];
  /** Null where an administrator did it. */
  readonly client: Client | null;
  /** Who vouches, where somebody was linked or unlinked. */
  readonly provider?: string;
  /** In the words of the administrator. */
  readonly reason?: string;
}

/** Notes what was changed about the safety of an account; its owner is mailed, unless the address may be somebody else's. */
export async function noteSecurityChange(tx: EntityManager, requestEmail: RequestEmail, noted: SecurityChange): Promise<void> {
  const { account, change, client, provider, reason } = noted;
  const { id, email, emailVerifiedAt, displayName, locale } = account;
  await recordSecurityEvent(tx, { kind: change, accountId: id, reason, ...(client && { client }) });
  if (email == null || emailVerifiedAt == null) return;
  await requestEmail(tx, {
    template: 'security_changed',
    to: email,
    recipientId: id,
    locale,
    secrets: {},
    variables: {
      displayName,
      change,
      provider: provider ?? null,
      device: client && labelOf(deviceOf(client.userAgent))[languageFor([locale])],
      ipAddress: client?.ip || null,
      changedAt: new Date().toISOString(),
    },
  });
}
