import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import type { UserCode } from '../../codes.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
import type { Client } from '../../sessions/model/session.ts';
import { Identity } from '../model/identity.ts';
import type { ProviderSetting } from '../provider-settings.ts';
import type { Vouched } from '../providers.ts';
import { sentences } from '../sentences.ts';

export interface LinkIdentity {
  readonly accountId: string;
  readonly provider: ProviderSetting;
  readonly vouched: Vouched;
  readonly client: Client;
}

/**
 * Links a provider's person to the account, which they sign in to with it from then on; answers the id of the link.
 * @throws ALREADY_EXISTS where they are linked already, or the account is to another one of the provider.
 */
export async function linkIdentity(
  em: EntityManager,
  requestEmail: RequestEmail,
  { accountId, provider, vouched: { issuer, subject, email }, client }: LinkIdentity,
): Promise<string> {
  try {
    return await transaction(em, async (tx) => {
      const account = await tx.findOneOrFail(Account, accountId);
      const identity = Identity.link({ id: newId('idn'), account, issuer, subject, email }, new Date());
      tx.persist(identity);
      await tx.flush();
      await noteSecurityChange(tx, requestEmail, { account, change: 'IDENTITY_LINKED', provider: provider.name, client });
      await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
      return identity.id;
    });
  } catch (error) {
    if (!violates(error, 'identity_issuer_subject_unique') && !violates(error, 'identity_account_id_issuer_unique')) throw error;
    throw new Refusal<UserCode>('ALREADY_EXISTS', sentences.linkedElsewhere);
  }
}
