import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const IdentitySchema = defineEntity({
  name: 'Identity',
  uniques: [{ properties: ['issuer', 'subject'] }, { properties: ['account', 'issuer'] }],
  properties: personal('account', {
    id: p.text().primary(),
    account: () => p.manyToOne(Account),
    issuer: p.text(),
    /** What the issuer calls the person, who keeps it when their e-mail changes. */
    subject: p.text(),
    email: p.text().nullable(),
    linkedAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
  }),
});

export interface Linked {
  readonly id: string;
  readonly account: Account;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
}

/** A company that vouches for an account's person. */
export class Identity extends IdentitySchema.class {
  static link(linked: Linked, now: Date): Identity {
    return newRow(Identity, { ...linked, linkedAt: now, lastUsedAt: null });
  }

  use(email: string | null, now: Date): void {
    Object.assign(this, { email, lastUsedAt: now });
  }
}
IdentitySchema.setClass(Identity);
