import { eventually } from '@agora/platform/testing/eventually';
import * as z from 'zod';
import { data, type Door } from './client.ts';
import type { Person } from './shop.ts';

/** A blue square. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAMAAADz0U65AAAAA1BMVEVAcKAuCWoEAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12NgoA4AAABIAAH/myMhAAAAAElFTkSuQmCC',
  'base64',
);

/** What is said of it before it is uploaded. */
export const PICTURE_UPLOAD = { purpose: 'PRODUCT', filename: 'square.png', contentType: 'image/png', byteSize: PICTURE.length };

export async function putPicture(uploadUrl: string): Promise<void> {
  const answer = await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: new Uint8Array(PICTURE) });
  if (!answer.ok) throw new Error(`The upload is answered ${answer.status}: ${await answer.text()}`);
}

/** Uploads it as theirs, and answers its id once it can be shown. */
export async function uploadPicture(door: Door, as: Person, more: object = {}): Promise<string> {
  const { mediaUploadCreate } = await data(
    door,
    { mediaUploadCreate: z.object({ media: z.object({ id: z.string() }), uploadUrl: z.string() }) },
    'mutation ($input: MediaUploadCreateInput!) { mediaUploadCreate(input: $input) { media { id } uploadUrl } }',
    { input: { ...PICTURE_UPLOAD, ...more } },
    as,
  );
  await putPicture(mediaUploadCreate.uploadUrl);
  const { id } = mediaUploadCreate.media;
  await data(
    door,
    { mediaUploadComplete: z.object({ media: z.object({}) }) },
    'mutation ($id: ID!) { mediaUploadComplete(input: { mediaId: $id }) { media { id } } }',
    { id },
    as,
  );
  const Ready = z.object({ status: z.literal('READY') });
  await eventually(() => data(door, { media: Ready }, 'query ($id: ID!) { media(id: $id) { status } }', { id }, as));
  return id;
}
