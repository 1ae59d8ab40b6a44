import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from './account.ts';

export const SECURITY_EVENT_KINDS = [
  'REGISTERED',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SECOND_FACTOR_FAILED',
  'RECOVERY_CODE_USED',
  'SIGNED_OUT',
  'SESSIONS_REVOKED',
  'REFRESH_TOKEN_REUSED',
  'EMAIL_VERIFIED',
  'EMAIL_CHANGE_REQUESTED',
  'EMAIL_CHANGED',
  'PASSWORD_RESET_REQUESTED',
  'PASSWORD_CHANGED',
  'TWO_FACTOR_ENABLED',
  'TWO_FACTOR_DISABLED',
  'TWO_FACTOR_RESET',
  'RECOVERY_CODES_RENEWED',
  'IDENTITY_LINKED',
  'IDENTITY_UNLINKED',
  'ROLE_GRANTED',
  'ROLE_REVOKED',
  'SUSPENDED',
  'RESTORED',
  'SELLER_VERIFIED',
  'SELLER_VERIFICATION_REJECTED',
  'SELLER_VERIFICATION_REVOKED',
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

const SecurityEventSchema = defineEntity({
  name: 'SecurityEvent',
  properties: {
    ...personal('account', {
      id: p.text().primary(),
      kind: p.text().$type<SecurityEventKind>(),
      /** Null where no account has the e-mail that was tried. */
      account: () => p.manyToOne(Account).nullable().deleteRule('cascade'),
      /** That was tried, where somebody failed to sign in. */
      email: p.text().nullable(),
      role: p.text().nullable(),
      reason: p.text().nullable(),
      ipAddress: p.text().nullable(),
      userAgent: p.text().nullable(),
      isSuspicious: p.boolean(),
      /** An administrator, or whoever has the shell. */
      isByOperator: p.boolean().default(false),
      occurredAt: p.datetime(3),
    }),
    /** The administrator; null where it was the person, or done at a shell. */
    ...personal('actorId', { actorId: p.text().nullable() }),
  },
  indexes: [
    { properties: ['account', 'occurredAt', 'id'] },
    { properties: ['occurredAt', 'id'] },
    { properties: ['ipAddress', 'occurredAt'] },
  ],
});

/** Something that happened to the safety of an account, as its owner and administrators read it. */
export class SecurityEvent extends SecurityEventSchema.class {}
SecurityEventSchema.setClass(SecurityEvent);
