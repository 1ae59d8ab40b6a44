import { isDeepStrictEqual } from 'node:util';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PUBLIC_PICTURES_AND_VIDEOS, useFiles } from '../../files/use-files.ts';
import type { DetailsChange } from '../model/details.ts';
import { PROFILE_KINDS, type Presentation, type Profile, type ProfileKind } from '../model/profile.ts';
import { sentences } from '../sentences.ts';
import { announceProfile } from './announce-profile.ts';
import { lockProfile } from './lock-profile.ts';

export interface UpdateProfile {
  readonly accountId: string;
  /** What is absent stays. */
  readonly presentation: Partial<Presentation>;
  readonly details: { readonly [Kind in ProfileKind]?: DetailsChange<Kind> | null | undefined };
  readonly expectedVersion: number | null;
}

const FIELDS: Readonly<Record<ProfileKind, string>> = { SPECIALIST: 'specialist', BUSINESS: 'business', CONSUMER: 'consumer' };

/**
 * Changes what somebody shows of themselves; answers the profile's id.
 * @throws INVALID for details of another kind than the profile's, VERSION_MISMATCH, and what `useFiles` throws.
 */
export async function updateProfile(
  em: EntityManager,
  { accountId, presentation, details, expectedVersion }: UpdateProfile,
): Promise<string> {
  return transaction(em, async (tx) => {
    const profile = await lockProfile(tx, accountId);
    demandVersion(profile, expectedVersion);
    const now = new Date();
    const before = profile.portfolioIds;
    profile.present(presentation, now);
    for (const kind of PROFILE_KINDS) tell(profile, kind, details[kind], now);
    if (!isDeepStrictEqual(profile.portfolioIds, before)) await usePortfolio(tx, accountId, profile);
    await announceProfile(tx, profile);
    return profile.id;
  });
}

function tell<Kind extends ProfileKind>(profile: Profile, kind: Kind, given: DetailsChange<Kind> | null | undefined, now: Date): void {
  if (!given) return;
  if (kind !== profile.kind) throw new Refusal('INVALID', sentences.otherKind, [FIELDS[kind]]);
  profile.tell(kind, given, now);
}

async function usePortfolio(tx: EntityManager, ownerId: string, { id: usedBy, portfolioIds }: Profile): Promise<void> {
  const files = portfolioIds.map((id, index) => ({ id, field: ['specialist', 'portfolioIds', String(index)] }));
  await useFiles(tx, { usedBy, files, ownerId, what: PUBLIC_PICTURES_AND_VIDEOS });
}
