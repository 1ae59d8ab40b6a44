import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { sentences } from '../sentences.ts';
import { tellViewers } from '../viewer-feed.ts';
import { lockEmail } from './lock-email.ts';

/** So that an address cannot be made to hold any number of accounts. */
const MAX_WAITING = 5;

/**
 * Makes room for one more account that waits for an e-mail: where too many do, the oldest goes on without, as any of them may be
 * somebody else's.
 * @throws EMAIL_TAKEN where an account has proved the e-mail.
 */
export async function claimEmail(tx: EntityManager, email: string): Promise<void> {
  const accounts = await lockEmail(tx, email);
  if (accounts.some(({ emailVerifiedAt }) => emailVerifiedAt !== null)) {
    throw new Refusal<UserCode>('EMAIL_TAKEN', sentences.emailTaken, ['email']);
  }
  const losers = accounts.slice(MAX_WAITING - 1);
  for (const account of losers) account.loseEmail();
  await tellViewers(
    tx,
    'EMAIL_CHANGED',
    losers.map(({ id }) => id),
  );
}
