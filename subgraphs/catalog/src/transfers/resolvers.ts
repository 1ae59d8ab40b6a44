import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { feedCursor, type FeedEvent } from '@agora/platform/live/feed';
import { mapAsync } from '@agora/platform/live/map-async';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { cancelJob } from './commands/cancel-job.ts';
import { createExport } from './commands/create-export.ts';
import { createImport } from './commands/create-import.ts';
import { resumeImport } from './commands/resume-import.ts';
import { jobFeed, JobSeen } from './feed.ts';
import { ImportErrorCode, ProductExportCreateInput, ProductImportCreateInput } from './inputs.ts';
import type { ProductImportCreatePayload, ProductJobEvent } from './mappers.ts';
import { mayResume } from './model/product-job.ts';
import type { JobRow } from './reads.ts';

export const transfers: Resolvers = {
  Query: {
    productJob: (_, { id }, { loaders }) => loaders.productJob.load(id),
  },

  Mutation: {
    productImportCreate: async (_, { input }, { em, actor, language }) => {
      const given = checked(ProductImportCreateInput, input);
      return { jobId: await createImport(em, { ...given, requestedBy: signedIn(actor).id, language }) };
    },
    productImportResume: async (_, { input: { productImportId } }, { em, actor }) => {
      await resumeImport(em, productImportId, signedIn(actor).id);
      return { jobId: productImportId };
    },
    productExportCreate: async (_, { input }, { em, actor, language }) => {
      const given = checked(ProductExportCreateInput, input);
      return { jobId: await createExport(em, { ...given, requestedBy: signedIn(actor).id, language }) };
    },
    productJobCancel: async (_, { input: { productJobId } }, { em, actor }) => {
      await cancelJob(em, productJobId, signedIn(actor));
      return { jobId: productJobId };
    },
  },

  Subscription: {
    productJobProgressed: {
      subscribe: async (_, { jobId, after }, context) =>
        mapAsync(await followJob(context, jobId, after), async (event) => {
          const productJobProgressed = await seen(event, context);
          return productJobProgressed && { productJobProgressed };
        }),
    },
  },

  ProductImportCreatePayload: { productImport: job },
  ProductImportResumePayload: { productImport: job },
  ProductExportCreatePayload: { productExport: job },
  ProductJobCancelPayload: { productJob: job },

  ProductJob: {
    __resolveType: ({ kind }) => (kind === 'IMPORT' ? 'ProductImport' : 'ProductExport'),
  },

  ProductImport: {
    __resolveReference: ({ id }, { loaders }) => loaders.productJob.load(id),
    ...common(),
    file: ({ mediaId }, _, { loaders }) => (mediaId === null ? null : loaders.media.load(mediaId)),
    mode: ({ id, mode }) => {
      if (mode === null) throw new Error(`${id} is an import without a mode.`);
      return mode;
    },
    errors: ({ id }, page, { loaders }) => loaders.errorsOfImport.load(id, page),
    errorsUrl: ({ id, failedCount, mediaId }, _, { files }) =>
      failedCount > 0 && mediaId !== null ? files.links.read(id, 'errors', false) : null,
    viewerCanResume: (row, _, { actor }) => row.requestedBy === actor?.id && mayResume(row),
  },

  ProductExport: {
    __resolveReference: ({ id }, { loaders }) => loaders.productJob.load(id),
    ...common(),
    downloadUrl: (row, _, { files }) => (isKept(row) ? files.links.read(row.id, 'whole', false) : null),
    expiresAt: (row, _, { retention }) =>
      isKept(row) && row.finishedAt !== null ? new Date(Date.parse(row.finishedAt) + retention.exportMs) : null,
  },

  ProductImportError: {
    column: ({ columnName }) => columnName,
    code: ({ code }) => ImportErrorCode.parse(code),
    message: ({ message }, _, { language }) => message[language],
  },

  User: {
    productJobs: ({ id }, page, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.productJobsOf.load(id, page) : null),
  },
};

function job({ jobId }: ProductImportCreatePayload, _: unknown, { loaders }: Context): Promise<JobRow | null> | null {
  return jobId === undefined ? null : loaders.productJob.load(jobId);
}

/** What imports and exports have in common. */
function common() {
  return {
    requestedBy: ({ requestedBy }: JobRow) => ({ id: requestedBy }),
    liveCursor: ({ id, feedSeq }: JobRow, _: unknown, { cursors }: Context) => feedCursor(cursors, { [jobFeed(id)]: feedSeq }),
    viewerCanCancel: ({ status, requestedBy }: JobRow, _: unknown, { actor }: Context) =>
      (status === 'QUEUED' || status === 'RUNNING') && mayReadPrivate(actor, requestedBy),
  };
}

function isKept({ status, byteSize, sweptAt }: JobRow): boolean {
  return status === 'COMPLETED' && byteSize !== null && sweptAt === null;
}

async function followJob(
  { feeds, loaders }: Context,
  jobId: string,
  after: string | null | undefined,
): Promise<AsyncIterableIterator<FeedEvent<JobSeen>>> {
  if (!(await loaders.productJob.load(jobId))) throw new Refusal('BAD_USER_INPUT', 'You have no such import or export.', ['jobId']);
  return feeds.follow({ feeds: [jobFeed(jobId)], after, payload: JobSeen });
}

/** As far as it was then. */
async function seen({ cursor, occurredAt, payload }: FeedEvent<JobSeen>, { loaders }: Context): Promise<ProductJobEvent | null> {
  const { jobId, kind, ...progress } = payload;
  const row = await loaders.productJob.load(jobId);
  return row && { cursor, occurredAt, kind, job: { ...row, ...progress } };
}
