import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import type { Uploads } from './uploads.ts';

const FRAGMENT = `fragment Job on ProductJob {
  id status totalRows processedRows finishedAt liveCursor viewerCanCancel
  ... on ProductImport { mode isDryRun createdCount updatedCount unchangedCount failedCount errorsUrl viewerCanResume file { id } }
  ... on ProductExport { byteSize downloadUrl expiresAt }
}`;

const Job = z.object({
  id: z.string(),
  status: z.string(),
  totalRows: z.int().nullable(),
  processedRows: z.int(),
  finishedAt: z.string().nullable(),
  liveCursor: z.string(),
  viewerCanCancel: z.boolean(),
  createdCount: z.int().optional(),
  updatedCount: z.int().optional(),
  unchangedCount: z.int().optional(),
  failedCount: z.int().optional(),
  errorsUrl: z.string().nullish(),
  viewerCanResume: z.boolean().optional(),
  file: z.object({ id: z.string() }).nullish(),
  byteSize: z.number().nullish(),
  downloadUrl: z.string().nullish(),
  expiresAt: z.string().nullish(),
});
export type Job = z.output<typeof Job>;

const Problem = z.object({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

const UserErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));
const Payload = z.object({ payload: z.object({ job: Job.nullable(), userErrors: UserErrors }) });

export interface ImportOptions {
  readonly format?: 'CSV' | 'JSON_LINES';
  readonly mode?: 'UPSERT' | 'CREATE_ONLY' | 'UPDATE_ONLY';
  readonly isDryRun?: boolean;
}

/** The everyday gestures of who imports and exports. */
export function transferring({ shop, upload }: Uploads) {
  const mutate = async (mutation: string, variables: Readonly<Record<string, unknown>>, as: Actor) =>
    Payload.parse(await shop.data(mutation, variables, { as })).payload;

  const gestures = {
    file: async (as: Actor, text: string | Buffer, contentType = 'text/csv') =>
      (await upload(as, Buffer.from(text), { purpose: 'IMPORT', filename: 'products.csv', contentType }))?.id ?? '',
    begin: async (as: Actor, mediaId: string, { format = 'CSV', mode = 'UPSERT', isDryRun = false }: ImportOptions = {}) =>
      mutate(BEGIN, { input: { mediaId, format, mode, isDryRun } }, as),
    job: async (as: Actor, id: string) =>
      z
        .object({ productJob: Job.nullable() })
        .parse(await shop.data(`query ($id: ID!) { productJob(id: $id) { ...Job } } ${FRAGMENT}`, { id }, { as })).productJob,
    ended: (as: Actor, id: string) =>
      eventually(async () => {
        const job = await gestures.job(as, id);
        return job?.finishedAt ? job : null;
      }),
    /** Imports a file, to its end. */
    async imported(as: Actor, text: string | Buffer, options: ImportOptions = {}): Promise<Job> {
      const mediaId = await gestures.file(as, text, options.format === 'JSON_LINES' ? 'application/jsonl' : 'text/csv');
      const { job, userErrors } = await gestures.begin(as, mediaId, options);
      if (!job) throw new Error(JSON.stringify(userErrors));
      return gestures.ended(as, job.id);
    },
    exporting: (as: Actor, input: object) => mutate(EXPORT, { input }, as),
    /** The file of an export. */
    async exported(as: Actor, format: 'CSV' | 'JSON_LINES' = 'CSV', input: object = {}): Promise<string> {
      const { job, userErrors } = await gestures.exporting(as, { format, ...input });
      if (!job) throw new Error(JSON.stringify(userErrors));
      const { downloadUrl } = await gestures.ended(as, job.id);
      return (await fetch(downloadUrl ?? '')).text();
    },
    cancel: (as: Actor, id: string) => mutate(CANCEL, { id }, as),
    resume: (as: Actor, id: string) => mutate(RESUME, { id }, as),
    async problems(as: Actor, id: string, language = 'en') {
      const data = await shop.data(PROBLEMS, { id }, { as, acceptLanguage: language });
      return z.object({ productJob: z.object({ errors: z.object({ nodes: z.array(Problem) }) }) }).parse(data).productJob.errors.nodes;
    },
  };
  return gestures;
}

const BEGIN = `mutation ($input: ProductImportCreateInput!) {
  payload: productImportCreate(input: $input) { job: productImport { ...Job } userErrors { code message field } }
}
${FRAGMENT}`;
const EXPORT = `mutation ($input: ProductExportCreateInput!) {
  payload: productExportCreate(input: $input) { job: productExport { ...Job } userErrors { code message field } }
}
${FRAGMENT}`;
const CANCEL = `mutation ($id: ID!) {
  payload: productJobCancel(input: { productJobId: $id }) { job: productJob { ...Job } userErrors { code message field } }
}
${FRAGMENT}`;
const RESUME = `mutation ($id: ID!) {
  payload: productImportResume(input: { productImportId: $id }) { job: productImport { ...Job } userErrors { code message field } }
}
${FRAGMENT}`;
const PROBLEMS = `query ($id: ID!) {
  productJob(id: $id) { ... on ProductImport { errors(first: 100) { nodes { row column value code message } } } }
}`;
