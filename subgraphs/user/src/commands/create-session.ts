import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { DECOY_HASH, passwordFits } from '../credentials/password.ts';
import { Account } from '../model/account.ts';
import { Session } from '../model/session.ts';
import type { SignedIn } from './signed-in.ts';

/** Signs in. An unknown e-mail takes the same way, and time, as a wrong password. */
export async function createSession(em: EntityManager, { email, password }: { email: string; password: string }): Promise<SignedIn> {
  const [known] = await query<{ id: string; hash: string }>(em, 'select id, password_hash as hash from account where email = $1', [email]);
  const fits = await passwordFits(password, known?.hash ?? DECOY_HASH);
  if (!known || !fits) throw new Refusal('INVALID_CREDENTIALS', 'E-mail or password is wrong.');

  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, known.id, { lockMode: LockMode.PESSIMISTIC_READ });
    if (account.isSuspended) throw new Refusal('FORBIDDEN', 'This account is suspended.');
    const session = Session.begin(newId('ses'), account, new Date());
    tx.persist(session);
    return { userId: account.id, session: { id: session.id, generation: session.generation } };
  });
}
