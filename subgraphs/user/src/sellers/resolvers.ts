import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import { isAdmin, mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { approveVerification, rejectVerification } from './commands/decide-verification.ts';
import { requestVerification } from './commands/request-verification.ts';
import { revokeVerification } from './commands/revoke-verification.ts';
import { withdrawVerification } from './commands/withdraw-verification.ts';
import { ClaimInput, RejectInput, RevokeInput } from './inputs.ts';
import type { SellerVerificationRequestPayload } from './mappers.ts';
import { VerificationFilter } from './reads/verification-filter.ts';
import type { VerificationRow } from './reads/verifications.ts';

/** Who may sell. */
export const sellers: Resolvers = {
  Query: {
    sellerVerifications: (_, { filter, ...page }, { loaders }) =>
      loaders.verifications.load({ ...page, filter: checked(VerificationFilter, filter ?? {}) }),
  },

  Mutation: {
    sellerVerificationRequest: async (_, { input }, { em, actor, limits, taxIds }) => {
      const { taxId, ...told } = checked(ClaimInput, input);
      const claim = { ...told, sealedTaxId: taxId === null ? null : taxIds.seal(taxId) };
      const { id: account } = signedIn(actor);
      limits.verificationRequest({ account });
      return { sellerVerificationId: await requestVerification(em, account, claim) };
    },

    sellerVerificationWithdraw: async (_, { input: { sellerVerificationId } }, { em, actor }) => {
      await withdrawVerification(em, signedIn(actor).id, sellerVerificationId);
      return { sellerVerificationId };
    },

    sellerVerificationApprove: async (_, { input: { sellerVerificationId: id, expectedVersion } }, { em, actor }) => {
      await approveVerification(em, { id, by: signedIn(actor).id, expectedVersion: expectedVersion ?? null });
      return { sellerVerificationId: id };
    },

    sellerVerificationReject: async (_, { input }, { em, actor }) => {
      const { sellerVerificationId: id, expectedVersion, ...rejection } = checked(RejectInput, input);
      await rejectVerification(em, { id, by: signedIn(actor).id, expectedVersion: expectedVersion ?? null, rejection });
      return { sellerVerificationId: id };
    },

    sellerVerificationRevoke: async (_, { input }, { em, actor }) => {
      const { userId, ...rejection } = checked(RevokeInput, input);
      await revokeVerification(em, { userId, by: signedIn(actor).id, rejection });
      return { userId };
    },
  },

  User: {
    sellerVerification: ({ id }, _, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.latestVerificationOf.load(id) : null),
  },

  SellerVerification: {
    __resolveReference: ({ id }, { loaders }) => loaders.verification.load(id),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
    taxId: ({ sealedTaxId }, _, { taxIds }) => (sealedTaxId === null ? null : taxIds.open(sealedTaxId)),
    documents: ({ documentIds }) => documentIds.map((id) => ({ id })),
    rejection: ({ rejectionReason: reason, rejectionMessage: message }) => (reason ? { reason, message } : null),
    decidedBy: ({ decidedBy }, _, { actor, loaders }) => (decidedBy && isAdmin(actor) ? loaders.account.load(decidedBy) : null),
    viewerCanWithdraw: ({ accountId, status }, _, { actor }) => status === 'PENDING' && actor?.id === accountId,
    viewerCanDecide: ({ accountId, status }, _, { actor }) => status === 'PENDING' && isAdmin(actor) && actor?.id !== accountId,
  },

  SellerVerificationRequestPayload: { sellerVerification: changed },
  SellerVerificationWithdrawPayload: { sellerVerification: changed },
  SellerVerificationApprovePayload: { sellerVerification: changed },
  SellerVerificationRejectPayload: { sellerVerification: changed },
  SellerVerificationRevokePayload: { user: changedUser },
};

function changed(
  { sellerVerificationId }: SellerVerificationRequestPayload,
  _: unknown,
  { loaders }: Context,
): Promise<VerificationRow | null> | null {
  return sellerVerificationId === undefined ? null : loaders.verification.load(sellerVerificationId);
}
