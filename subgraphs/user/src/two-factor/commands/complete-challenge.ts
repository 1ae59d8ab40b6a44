import { Refusal } from '@agora/platform/errors';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import type { UserCode } from '../../codes.ts';
import { sentences as ofSessions } from '../../sessions/sentences.ts';
import type { Client } from '../../sessions/model/session.ts';
import type { SignedIn } from '../../sessions/signed-in.ts';
import { challengeHashOf } from '../challenge-token.ts';
import { SignInChallenge } from '../model/sign-in-challenge.ts';
import { sentences } from '../sentences.ts';
import { signIn, type SignInMeans } from './admit.ts';
import { attempt } from './attempt.ts';
import { codeInvalid } from './code-invalid.ts';
import { type SecondFactor, type SecondFactorMeans, useSecondFactor } from './use-second-factor.ts';

export interface CompleteChallenge {
  readonly token: string;
  readonly answer: SecondFactor;
  /** Whether the answer can set cookies. */
  readonly mayBeCookies: boolean;
  readonly client: Client;
}

/**
 * Signs in who answers a challenge with the second factor.
 * @throws CODE_INVALID; TOKEN_EXPIRED for a challenge that has ended, was answered, or was answered wrong five times; ACCOUNT_SUSPENDED;
 * INVALID where the tokens are to travel in cookies, and the answer can set none.
 */
export async function completeChallenge(
  em: EntityManager,
  means: SignInMeans & SecondFactorMeans,
  completion: CompleteChallenge,
): Promise<SignedIn> {
  return attempt(em, (tx) => complete(tx, means, completion));
}

/**
 * Whose challenge it is.
 * @throws TOKEN_EXPIRED where there is none.
 */
export async function accountOfChallenge(em: EntityManager, token: string): Promise<string> {
  const [challenge] = await find(em, [challengeHashOf(token)]);
  if (!challenge) throw challengeOver();
  return challenge.accountId;
}

const find = statement(columnsOf(SignInChallenge, 'account'), (columns) => `select ${columns} from sign_in_challenge where hash = $1`);

async function complete(
  tx: EntityManager,
  means: SignInMeans & SecondFactorMeans,
  { token, answer, mayBeCookies, client }: CompleteChallenge,
): Promise<SignedIn | Refusal<UserCode>> {
  const accountId = await accountOfChallenge(tx, token);
  const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const challenge = await tx.findOne(SignInChallenge, challengeHashOf(token), { lockMode: LockMode.PESSIMISTIC_WRITE });
  const now = new Date();
  if (!challenge || challenge.isOver(now)) return challengeOver();
  if (challenge.transport === 'COOKIE' && !mayBeCookies) return new Refusal('INVALID', ofSessions.noCookiesHere);
  if (account.isSuspended) return new Refusal<UserCode>('ACCOUNT_SUSPENDED', ofSessions.suspended(account.suspensionReason ?? ''));
  if (!(await useSecondFactor(tx, means, { account, answer, client }))) {
    challenge.fail();
    return codeInvalid();
  }
  tx.remove(challenge);
  const { method, providerIssuer, transport } = challenge;
  return signIn(tx, means, { account, method, providerIssuer: providerIssuer ?? undefined, transport, client, now });
}

function challengeOver(): Refusal<UserCode> {
  return new Refusal<UserCode>('TOKEN_EXPIRED', sentences.challengeOver, ['token']);
}
