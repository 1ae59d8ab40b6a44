import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProfileKind } from '../model/profile.ts';
import { sentences } from '../sentences.ts';
import { announceProfile } from './announce-profile.ts';
import { lockProfile } from './lock-profile.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

export interface ChangeKind {
  readonly accountId: string;
  readonly kind: ProfileKind;
  readonly expectedVersion: number | null;
}

/**
 * Makes a profile one of another kind; a BUSINESS becomes a seller. Answers the profile's id.
 * @throws CONFLICT for a verified seller, whose products may be on sale; VERSION_MISMATCH.
 */
export async function changeKind(em: EntityManager, { accountId, kind, expectedVersion }: ChangeKind): Promise<string> {
  return transaction(em, async (tx) => {
    const profile = await lockProfile(tx, accountId);
    demandVersion(profile, expectedVersion);
    if (profile.kind !== kind && profile.isVerifiedSeller) throw new Refusal('CONFLICT', sentences.verifiedSellerStays, ['kind']);
    const { account } = profile;
    const roleCount = account.roles.length;
    if (!profile.become(kind, new Date())) return profile.id;
    if (account.roles.length > roleCount)
      await announceChange(tx, 'ROLES_CHANGED', UserRolesChanged, { userId: account.id, roles: account.roles });
    await announceProfile(tx, profile);
    return profile.id;
  });
}
