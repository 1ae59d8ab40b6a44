import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';
import type { UserCode } from '../codes.ts';
import { openSession } from '../sessions/commands/open-session.ts';
import type { Client } from '../sessions/model/session.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import type { Tokens } from '../sessions/tokens/tokens.ts';
import { DECOY_HASH, passwordFits } from './password.ts';
import { sentences } from './sentences.ts';

/**
 * Signs in to the account that has proved the e-mail, else to the newest that waits for it.
 * @throws INVALID_CREDENTIALS for an unknown e-mail as for a wrong password, after the same work; ACCOUNT_SUSPENDED.
 */
export async function createSession(
  em: EntityManager,
  tokens: Tokens,
  { email, password, client }: { email: string; password: string; client: Client },
): Promise<SignedIn> {
  const [known] = await whoseEmail(em, [email]);
  const fits = await passwordFits(password, known?.passwordHash ?? DECOY_HASH);
  if (!known || !fits) throw wrongCredentials();

  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, known.id, { lockMode: LockMode.PESSIMISTIC_READ });
    // It may have been changed meanwhile, which ended the sessions that the old one had begun.
    if (account.passwordHash !== known.passwordHash) throw wrongCredentials();
    if (account.isSuspended) throw new Refusal<UserCode>('ACCOUNT_SUSPENDED', sentences.suspended(account.suspensionReason ?? ''));
    return openSession(tx, tokens, { account, method: 'PASSWORD', client }, new Date());
  });
}

const whoseEmail = statement(
  columnsOf(Account, 'id', 'passwordHash'),
  (columns) => `select ${columns} from account where email = $1
    order by email_verified_at is null, created_at desc, id desc limit 1`,
);

function wrongCredentials(): Refusal<UserCode> {
  return new Refusal<UserCode>('INVALID_CREDENTIALS', sentences.wrongCredentials);
}
