import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    hash: p.text().primary(),
  }),
});

/** One of the codes that let an account in without its authenticator app; it goes when it is used. */
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);
