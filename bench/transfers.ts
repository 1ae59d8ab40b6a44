import { setTimeout as pause } from 'node:timers/promises';
import { type Agora, startAgora } from '@agora/e2e/agora';
import { data } from '@agora/e2e/client';
import { ownKafka } from '@agora/e2e/own-kafka';
import { type Person, signIn } from '@agora/e2e/shop';
import { eventually } from '@agora/platform/testing/eventually';
import { randomFrom } from '@agora/platform/testing/random';
import * as z from 'zod';
import { cpuSeconds, residentMB } from './processes.ts';
import { report, reportJson, round, type Row } from './table.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 10_000);
const KILLS = Number(process.env['BENCH_KILLS'] ?? 3);
const SEED = Number(process.env['BENCH_SEED'] ?? 1);
const LIMIT_MS = 3_600_000;
const FORM = 'six processes and Kafka';

const Job = z.object({
  id: z.string(),
  status: z.string(),
  processedRows: z.number(),
  createdCount: z.number().optional(),
  unchangedCount: z.number().optional(),
  failedCount: z.number().optional(),
  downloadUrl: z.string().nullish(),
});
type Job = z.output<typeof Job>;

const JOB = `fragment Job on ProductJob {
  id status processedRows ... on ProductImport { createdCount unchangedCount failedCount } ... on ProductExport { downloadUrl }
}`;

/** An import of a whole file, its export, the same file again, and an import whose process is killed at random. */
export async function benchTransfers(): Promise<Row[]> {
  await using kafka = await ownKafka(FORM);
  const agora = await startAgora(FORM, { LOG_LEVEL: 'error', PRODUCT_JOB_LEASE_SECONDS: '2', ...kafka.env });
  try {
    const seller = await signIn(agora, 'seller');
    const few = await measured(agora, 'import of the first 500', () => imported(agora, seller, fileOf('W', 500)));
    const made = await measured(agora, 'import, all new', () => imported(agora, seller, fileOf('A')));
    const exported = await measured(agora, 'export', () => exporting(agora, seller));
    const again = await measured(agora, 'import of the same', () => imported(agora, seller, fileOf('A')));
    const killed = await measured(agora, `import, killed ${KILLS} times`, () => imported(agora, seller, fileOf('B'), KILLS));
    return [few, made, exported, again, killed];
  } finally {
    await agora.stop();
  }
}

function fileOf(series: string, count = ROWS): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `${series}-${at},${series}-${at},Ware ${series} ${at},As useful as the others of its kind.,crafts,EUR,10.00,5`,
  );
  return ['handle,sku,name,description,category,currency,price,stock', ...rows].join('\n');
}

async function measured(agora: Agora, what: string, work: () => Promise<Job>): Promise<Row> {
  const pid = await agora.pidOf('catalog');
  const [cpuBefore, before] = [await cpuSeconds(pid), (await residentMB(pid)) ?? 0];
  let highest = before;
  const watch = setInterval(() => void residentMB(pid).then((now) => (highest = Math.max(highest, now ?? 0))), 200);
  const begun = Date.now();
  const job = await work();
  const seconds = (Date.now() - begun) / 1_000;
  clearInterval(watch);
  const cpu = await cpuSeconds(pid);
  return {
    what,
    lines: job.processedRows,
    products: (job.createdCount ?? 0) + (job.unchangedCount ?? 0),
    wrong: job.failedCount ?? 0,
    seconds: round(seconds, 1),
    'lines a second': round(job.processedRows / seconds, 0),
    'CPU ms a line': cpu === null || cpuBefore === null ? null : round(((cpu - cpuBefore) * 1_000) / job.processedRows, 2),
    'before, MB': round(before, 0),
    'at most, MB': round(highest, 0),
    'at the end, MB': round((await residentMB(pid)) ?? NaN, 0),
  };
}

async function imported(agora: Agora, seller: Person, file: string, kills = 0): Promise<Job> {
  const input = { purpose: 'IMPORT', filename: 'wares.csv', contentType: 'text/csv', byteSize: Buffer.byteLength(file) };
  const { mediaUploadCreate } = await data(
    agora,
    { mediaUploadCreate: z.object({ uploadUrl: z.string(), media: z.object({ id: z.string() }) }) },
    'mutation ($input: MediaUploadCreateInput!) { mediaUploadCreate(input: $input) { uploadUrl media { id } } }',
    { input },
    seller,
  );
  const { uploadUrl, media } = mediaUploadCreate;
  await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: file });
  const State = { mediaUploadComplete: z.object({ media: z.object({ status: z.string() }) }) };
  const complete = 'mutation ($id: ID!) { mediaUploadComplete(input: { mediaId: $id }) { media { status } } }';
  await eventually(async () => (await data(agora, State, complete, { id: media.id }, seller)).mediaUploadComplete.media.status === 'READY');
  const { payload } = await data(
    agora,
    { payload: z.object({ job: Job }) },
    `mutation ($input: ProductImportCreateInput!) { payload: productImportCreate(input: $input) { job: productImport { ...Job } } } ${JOB}`,
    { input: { mediaId: media.id, format: 'CSV' } },
    seller,
  );
  const random = randomFrom(SEED);
  for (let kill = 1; kill <= kills; kill++) {
    const at = Math.floor(((kill - 1 + random()) / kills) * ROWS * 0.9);
    await eventually(async () => (await jobOf(agora, seller, payload.job.id)).processedRows >= at, LIMIT_MS);
    await agora.kill('catalog');
    await pause(500);
  }
  return ended(agora, seller, payload.job.id);
}

async function exporting(agora: Agora, seller: Person): Promise<Job> {
  const { payload } = await data(
    agora,
    { payload: z.object({ job: Job }) },
    `mutation { payload: productExportCreate(input: { format: CSV }) { job: productExport { ...Job } } } ${JOB}`,
    {},
    seller,
  );
  return ended(agora, seller, payload.job.id);
}

async function jobOf(agora: Agora, seller: Person, id: string): Promise<Job> {
  const query = `query ($id: ID!) { productJob(id: $id) { ...Job } } ${JOB}`;
  return (await data(agora, { productJob: Job }, query, { id }, seller)).productJob;
}

async function ended(agora: Agora, seller: Person, id: string): Promise<Job> {
  const job = await eventually(async () => {
    const now = await jobOf(agora, seller, id);
    return now.status === 'QUEUED' || now.status === 'RUNNING' ? null : now;
  }, LIMIT_MS);
  if (job.status !== 'COMPLETED') throw new Error(`${id} ended ${job.status}.`);
  return job;
}

if (import.meta.main) {
  const rows = await benchTransfers();
  report(`Imports and exports of ${ROWS} lines`, rows);
  reportJson(rows);
}
