import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { SIGN_IN_METHODS, type SignInMethod, type Transport, TRANSPORTS } from '../../sessions/model/session.ts';

const MAX_WRONG_CODES = 5;

const SignInChallengeSchema = defineEntity({
  name: 'SignInChallenge',
  properties: personal('account', {
    hash: p.text().primary(),
    account: () => p.manyToOne(Account).index(),
    /** How the session begins that it leads to. */
    method: p.enum(SIGN_IN_METHODS),
    providerIssuer: p.text().nullable(),
    transport: p.enum(TRANSPORTS),
    attemptsLeft: p.integer(),
    expiresAt: p.datetime(3).index(),
  }),
});

interface Challenged {
  /** Of its token. */
  readonly hash: string;
  readonly account: Account;
  readonly method: SignInMethod;
  readonly providerIssuer?: string | undefined;
  readonly transport: Transport;
  readonly expiresAt: Date;
}

/** A sign-in that has given the first factor and waits for the second. */
export class SignInChallenge extends SignInChallengeSchema.class {
  static of({ providerIssuer, ...challenged }: Challenged): SignInChallenge {
    return newRow(SignInChallenge, { ...challenged, providerIssuer: providerIssuer ?? null, attemptsLeft: MAX_WRONG_CODES });
  }

  isOver(now: Date): boolean {
    return this.attemptsLeft <= 0 || this.expiresAt <= now;
  }

  fail(): void {
    this.attemptsLeft--;
  }
}
SignInChallengeSchema.setClass(SignInChallenge);
