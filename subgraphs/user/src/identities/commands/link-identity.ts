import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { Account } from '../../accounts/model/account.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import type { UserCode } from '../../codes.ts';
import { Identity } from '../model/identity.ts';
import type { Vouched } from '../providers.ts';
import { sentences } from '../sentences.ts';

/**
 * Links a provider's person to the account, which they sign in to with it from then on; answers the id of the link.
 * @throws ALREADY_EXISTS where they are linked already, or the account is to another one of the provider.
 */
export async function linkIdentity(
  em: EntityManager,
  { accountId, vouched: { issuer, subject, email } }: { accountId: string; vouched: Vouched },
): Promise<string> {
  try {
    return await transaction(em, async (tx) => {
      const identity = Identity.link(
        { id: newId('idn'), account: tx.getReference(Account, accountId), issuer, subject, email },
        new Date(),
      );
      tx.persist(identity);
      await tx.flush();
      await recordSecurityEvent(tx, { kind: 'IDENTITY_LINKED', accountId });
      await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
      return identity.id;
    });
  } catch (error) {
    if (!violates(error, 'identity_issuer_subject_unique') && !violates(error, 'identity_account_id_issuer_unique')) throw error;
    throw new Refusal<UserCode>('ALREADY_EXISTS', sentences.linkedElsewhere);
  }
}
