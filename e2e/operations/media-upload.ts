import { eventually } from '@agora/platform/testing/eventually';
import { PICTURE_UPLOAD, putPicture } from '../pictures.ts';
import type { Screen, Stage } from '../screen.ts';
import { signIn } from '../shop.ts';

export async function play({ agora, send, follow }: Stage): Promise<void> {
  const seller = await signIn(agora, 'seller');
  const asked = await send('MediaUploadAsk', { input: { ...PICTURE_UPLOAD, altText: 'A blue square' } }, seller);
  const mediaId = asked.text('mediaUploadCreate.media.id');
  await putPicture(asked.text('mediaUploadCreate.uploadUrl'));
  const after = asked.text('mediaUploadCreate.media.liveCursor');
  const live = await follow('MediaReady', { mediaIds: [mediaId], after }, seller);
  await send('MediaUploadDone', { mediaId }, seller);
  await live.events(1);
  await eventually(async () => (await send('MediaState', { id: mediaId }, seller)).text('media.url'));
  const altTexts = [{ locale: 'es', text: 'Un cuadrado azul' }];
  await send('MediaDescribe', { input: { mediaId, altTexts, focalPoint: { x: 0.2, y: 0.8 } } }, seller);
  await send('MediaRemove', { mediaId }, seller);
}

/** It is a picture, and is looked at only after the answer that it is there. */
export const notGiven: Screen['notGiven'] = {
  MediaUploadDone: ['mediaUploadComplete.media.url', 'mediaUploadComplete.media.thumbhash', 'mediaUploadComplete.media.rejection'],
  MediaReady: ['mediaProcessed.media.rejection', 'mediaProcessed.media.durationSeconds'],
  MediaState: ['media.rejection'],
};
