import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const TwoFactorSchema = defineEntity({
  name: 'TwoFactor',
  properties: personal('account', {
    account: () => p.oneToOne(Account).primary(),
    sealedSecret: p.text(),
    /** The step of time whose code was used last. */
    lastStep: p.integer().nullable(),
    startedAt: p.datetime(3),
  }),
});

/** The authenticator app of an account; asked for once the account says that it is. */
export class TwoFactor extends TwoFactorSchema.class {
  static start(account: Account, sealedSecret: string, now: Date): TwoFactor {
    return newRow(TwoFactor, { account, sealedSecret, lastStep: null, startedAt: now });
  }

  /** False for a code that was used, or is older than one that was: whoever has seen it typed gets nowhere. */
  use(step: number): boolean {
    if (this.lastStep != null && step <= this.lastStep) return false;
    this.lastStep = step;
    return true;
  }
}
TwoFactorSchema.setClass(TwoFactor);
