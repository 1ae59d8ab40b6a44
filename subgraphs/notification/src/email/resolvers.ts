import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import type { Resolvers } from '../graph/schema.generated.ts';
import { retryEmails } from './commands/retry-emails.ts';
import { EmailLogsArgs, RetryInput } from './inputs.ts';

/** What admins see of mails. */
export const email: Resolvers = {
  Query: {
    emailLogs: async (_, { filter: given, sort, ...page }, { loaders }) => {
      const { filter } = checked(EmailLogsArgs, { filter: given });
      const order = { field: sort?.field ?? 'CREATED_AT', direction: sort?.direction ?? 'DESC' } as const;
      return { page: await loaders.emails.load({ ...page, filter, sort: order }), filter };
    },
  },

  Mutation: {
    emailRetry: async (_, { input }, { em }) => {
      const { emailLogIds } = checked(RetryInput, input);
      await retryEmails(em, emailLogIds);
      return { emailIds: emailLogIds };
    },
  },

  EmailLog: {
    __resolveReference: ({ id }, { loaders }) => loaders.email.load(id),
    to: ({ address }) => address,
    recipient: ({ recipientId }) => (recipientId === null ? null : { id: recipientId }),
    attemptLog: async ({ id }, _, { loaders }) => [...(await loaders.attemptsOf.load(id))],
  },

  EmailLogConnection: {
    edges: ({ page }) => [...page.edges],
    nodes: ({ page }) => [...page.nodes],
    pageInfo: ({ page }) => page.pageInfo,
    totalCount: ({ page }) => page.totalCount(),
    statusCounts: ({ filter }, _, { loaders }) => loaders.emailStatusCounts.load(filter),
  },

  EmailRetryPayload: {
    emailLogs: ({ emailIds }, _, { loaders }) =>
      emailIds === undefined ? null : Promise.all(emailIds.map((id) => present(loaders.email.load(id)))),
  },
};
