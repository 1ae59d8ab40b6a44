import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
import type { Client } from '../../sessions/model/session.ts';
import { endChallenges } from '../../two-factor/commands/end-challenges.ts';
import { Identity } from '../model/identity.ts';
import type { Providers } from '../providers.ts';
import { sentences } from '../sentences.ts';

export interface UnlinkIdentity {
  readonly accountId: string;
  readonly identityId: string;
  readonly providers: Providers;
  readonly client: Client;
}

/**
 * Unlinks a provider's person from the account; sign-ins that wait for the second factor end.
 * @throws NOT_FOUND; CONFLICT where the account could not be signed in to any more.
 */
export async function unlinkIdentity(
  em: EntityManager,
  requestEmail: RequestEmail,
  { accountId, identityId, providers, client }: UnlinkIdentity,
): Promise<void> {
  await transaction(em, async (tx) => {
    // Two links that go at once would each count on the other.
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const linked = await tx.find(Identity, { account: accountId });
    const identity = linked.find(({ id }) => id === identityId);
    if (!identity) throw new Refusal('NOT_FOUND', sentences.noSuchIdentity, ['identityId']);
    const hasAnother = linked.some(({ id, issuer }) => id !== identityId && providers.byIssuer(issuer) !== undefined);
    if (!hasAnother && !account.canSignInByPassword) throw new Refusal('CONFLICT', sentences.lastWayIn, ['identityId']);
    tx.remove(identity);
    await endChallenges(tx, accountId);
    const provider = providers.byIssuer(identity.issuer)?.name ?? new URL(identity.issuer).host;
    await noteSecurityChange(tx, requestEmail, { account, change: 'IDENTITY_UNLINKED', provider, client });
    await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
  });
}
