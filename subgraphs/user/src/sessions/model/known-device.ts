import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const KnownDeviceSchema = defineEntity({
  name: 'KnownDevice',
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    /** A digest of what it says of itself and of its network. */
    device: p.text().primary(),
    /** Where its network was when it was last used; null where no place was known. */
    countryCode: p.text().nullable(),
    lastUsedAt: p.datetime(3).index(),
  }),
});

/** A device that an account was signed in on. */
export class KnownDevice extends KnownDeviceSchema.class {}
KnownDeviceSchema.setClass(KnownDevice);
