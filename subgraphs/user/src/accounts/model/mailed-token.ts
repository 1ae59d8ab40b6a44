import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from './account.ts';

export const TOKEN_PURPOSES = ['VERIFY_EMAIL', 'RESET_PASSWORD', 'CHANGE_EMAIL'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

const MailedTokenSchema = defineEntity({
  name: 'MailedToken',
  properties: personal('account', {
    hash: p.text().primary(),
    /** Null where it was asked for an address that nobody has. */
    account: () => p.manyToOne(Account).nullable(),
    purpose: p.enum(TOKEN_PURPOSES),
    email: p.text(),
    /** The network of whoever asked, as long as that counts; null where it does not. */
    askedFrom: p.text().nullable(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
  }),
  indexes: [{ properties: ['account', 'purpose'] }, { properties: ['email', 'createdAt'] }],
});

/** A link that was mailed, as its hash: it is random, so that nobody who reads the table can find out what fits. */
export class MailedToken extends MailedTokenSchema.class {}
MailedTokenSchema.setClass(MailedToken);
