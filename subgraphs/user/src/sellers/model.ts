import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';
import type { PostalAddress } from '@agora/platform/post/postal-address';

export const VERIFICATION_STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'REVOKED'] as const;
export const REJECTION_REASONS = [
  'DOCUMENT_UNREADABLE',
  'DATA_MISMATCH',
  'NOT_ELIGIBLE',
  'FRAUD_SUSPECTED',
  'POLICY_VIOLATION',
  'OTHER',
] as const;

/** Why a verification was turned down or taken away. */
export interface Rejection {
  readonly reason: (typeof REJECTION_REASONS)[number];
  readonly message: string | null;
}

/** What a seller says to be verified. */
export interface Claim {
  readonly legalName: string;
  readonly countryCode: string;
  readonly registrationNumber: string | null;
  /** The tax number, as `TaxIds` keeps it. */
  readonly sealedTaxId: string | null;
  readonly address: PostalAddress | null;
  /** Files of theirs. */
  readonly documentIds: string[];
  readonly note: string | null;
}

const SellerVerificationSchema = defineEntity({
  name: 'SellerVerification',
  indexes: [{ properties: ['account', 'submittedAt'] }, { properties: ['status', 'submittedAt', 'id'] }],
  uniques: [{ name: 'seller_verification_pending', properties: ['account'], where: "status = 'PENDING'" }],
  properties: {
    ...personal('account', {
      id: p.text().primary(),
      account: () => p.manyToOne(Account),
      status: p.enum(VERIFICATION_STATUSES),
      legalName: p.text(),
      countryCode: p.text(),
      registrationNumber: p.text().nullable(),
      sealedTaxId: p.text().nullable(),
      address: p.json().$type<PostalAddress>().nullable(),
      documentIds: p.array(),
      note: p.text().nullable(),
      rejectionReason: p.enum(REJECTION_REASONS).nullable(),
      rejectionMessage: p.text().nullable(),
      submittedAt: p.datetime(3),
      decidedAt: p.datetime(3).nullable(),
      version: p.integer(),
    }),
    ...personal('decidedBy', { decidedBy: p.text().nullable() }),
  },
});

/** Somebody's request to be verified as a seller. */
export class SellerVerification extends SellerVerificationSchema.class {
  static of(account: Account, id: string, claim: Claim, now: Date): SellerVerification {
    const undecided = { rejectionReason: null, rejectionMessage: null, decidedAt: null, decidedBy: null };
    return newRow(SellerVerification, { id, account, ...claim, ...undecided, status: 'PENDING', submittedAt: now, version: 1 });
  }

  /** Whether it was waiting; so do the other verbs answer. */
  approve(by: string | null, now: Date): boolean {
    return this.status === 'PENDING' && decide(this, 'APPROVED', null, by, now);
  }

  reject(rejection: Rejection, by: string, now: Date): boolean {
    return this.status === 'PENDING' && decide(this, 'REJECTED', rejection, by, now);
  }

  withdraw(): boolean {
    if (this.status !== 'PENDING') return false;
    this.status = 'WITHDRAWN';
    this.version += 1;
    return true;
  }

  /** Takes back what was approved. */
  revoke(rejection: Rejection, by: string, now: Date): boolean {
    return this.status === 'APPROVED' && decide(this, 'REVOKED', rejection, by, now);
  }
}
SellerVerificationSchema.setClass(SellerVerification);

function decide(
  verification: SellerVerification,
  status: 'APPROVED' | 'REJECTED' | 'REVOKED',
  rejection: Rejection | null,
  by: string | null,
  now: Date,
): true {
  const { reason: rejectionReason = null, message: rejectionMessage = null } = rejection ?? {};
  Object.assign(verification, { status, rejectionReason, rejectionMessage, decidedAt: now, decidedBy: by });
  verification.version += 1;
  return true;
}
