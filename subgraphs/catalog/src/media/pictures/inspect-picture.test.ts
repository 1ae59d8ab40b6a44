import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { inspectPicture } from './inspect-picture.ts';
import { TooManyPictures, withPictures } from './sharp.ts';

test('an upload is looked at, however many pictures strangers ask for', async () => {
  const strangers = Promise.withResolvers<void>();
  const asked: Promise<unknown>[] = [];
  for (;;) {
    try {
      asked.push(withPictures(() => strangers.promise));
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyPictures);
      break;
    }
  }
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  expect(await inspectPicture(bytes, 'image/png')).toMatchObject({ found: { width: 8, height: 8 } });
  strangers.resolve();
  await Promise.all(asked);
});
