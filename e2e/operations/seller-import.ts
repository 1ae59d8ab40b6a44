import { randomUUID } from 'node:crypto';
import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { data } from '../client.ts';
import type { Screen, Stage } from '../screen.ts';
import { type Person, signIn } from '../shop.ts';

const HEADER = 'handle,sku,name,description,category,currency,price,stock';
const mat = (code: string, price = '12.50') => `${code},${code},Reed mat,Woven by hand.,crafts,EUR,${price},4`;

export async function play({ agora, send, follow }: Stage): Promise<void> {
  const seller = await signIn(agora, 'seller');
  const begin = async (rows: readonly string[]) => {
    const input = { mediaId: await uploaded(agora, seller, [HEADER, ...rows].join('\n')), format: 'CSV', mode: 'UPSERT', isDryRun: false };
    const key = randomUUID();
    return () => send('ImportBegin', { input, key }, seller);
  };
  const told = (id: string, what: string) => eventually(async () => (await send('SellerJob', { id }, seller)).text(`productJob.${what}`));

  // Those of the demo are under way at the start.
  await eventually(async () => (await send('SellerJobs', {}, seller)).text('viewer.productJobs.nodes.1.finishedAt'));
  const code = randomUUID();
  const many = await begin(Array.from({ length: 2_000 }, (_, at) => mat(`${code}-${at}`)));
  const stopped = (await many()).text('productImportCreate.productImport.id');
  const Counted = { productJob: z.object({ totalRows: z.int() }) };
  await eventually(() => data(agora, Counted, 'query ($id: ID!) { productJob(id: $id) { totalRows } }', { id: stopped }, seller));
  await send('JobStop', { id: stopped }, seller);
  await send('ImportResume', { id: stopped }, seller);
  await send('JobStop', { id: stopped }, seller);

  const few = await begin([mat(code), mat(`${code}-dear`, 'dear')]);
  const begun = await few();
  const id = begun.text('productImportCreate.productImport.id');
  const live = await follow('JobLive', { id, after: begun.text('productImportCreate.productImport.liveCursor') }, seller);
  await live.events(2);
  await told(id, 'finishedAt');
  // A repeat answers what it has come to.
  await few();
  const key = randomUUID();
  const exporting = () => send('ExportBegin', { input: { format: 'JSON_LINES' }, key }, seller);
  await told((await exporting()).text('productExportCreate.productExport.id'), 'finishedAt');
  await exporting();
  await send('SellerJobs', {}, seller);
}

/** The id of a file that was looked at. */
async function uploaded(agora: Stage['agora'], seller: Person, file: string): Promise<string> {
  const input = { purpose: 'IMPORT', filename: 'mats.csv', contentType: 'text/csv', byteSize: Buffer.byteLength(file) };
  const asked = await data(
    agora,
    { mediaUploadCreate: z.object({ uploadUrl: z.string(), media: z.object({ id: z.string() }) }) },
    'mutation ($input: MediaUploadCreateInput!) { mediaUploadCreate(input: $input) { uploadUrl media { id } } }',
    { input },
    seller,
  );
  const { uploadUrl, media } = asked.mediaUploadCreate;
  await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: file });
  const complete = 'mutation ($id: ID!) { mediaUploadComplete(input: { mediaId: $id }) { media { status } } }';
  const State = { mediaUploadComplete: z.object({ media: z.object({ status: z.string() }) }) };
  await eventually(async () => (await data(agora, State, complete, { id: media.id }, seller)).mediaUploadComplete.media.status === 'READY');
  return media.id;
}

const OF_EXPORTS = ['byteSize', 'downloadUrl', 'expiresAt'];
const OF_IMPORTS = [
  'mode',
  'isDryRun',
  'createdCount',
  'updatedCount',
  'unchangedCount',
  'failedCount',
  'errorsUrl',
  'viewerCanResume',
  'file',
];
const under = (root: string, fields: readonly string[]) => fields.map((field) => `${root}.${field}`);

/** An import has no file to fetch, an export nothing that was wrong, and what was stopped neither. */
export const notGiven: Screen['notGiven'] = {
  ImportBegin: under('productImportCreate.productImport', OF_EXPORTS),
  ImportResume: under('productImportResume.productImport', ['finishedAt', 'errorsUrl', ...OF_EXPORTS]),
  ExportBegin: under('productExportCreate.productExport', OF_IMPORTS),
  JobStop: under('productJobCancel.productJob', ['errorsUrl', ...OF_EXPORTS]),
  JobLive: under('productJobProgressed.job', OF_EXPORTS),
};
