import type { Sharp } from 'sharp';
import { MAX_PIXELS } from '../model/purposes.ts';
import type { PictureFormat, Rendition } from './rendition.ts';
import { withPictures } from './sharp.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Makes a rendition of a whole picture, of which it is never larger. */
export function makeRendition(whole: Buffer, size: Size, rendition: Rendition): Promise<Buffer> {
  return withPictures((open) => {
    const picture = open(whole, { limitInputPixels: MAX_PIXELS });
    const { width, height, fit } = rendition;
    const resized =
      fit === 'COVER' && width !== null && height !== null
        ? cut(picture, size, { width, height }, rendition.focus)
        : picture.resize({ ...(width !== null && { width }), ...(height !== null && { height }), fit: 'inside', withoutEnlargement: true });
    return written(resized, rendition.format).toBuffer();
  });
}

/** Cuts the largest part of the wanted proportions, as near round the focus as the borders allow. */
function cut(picture: Sharp, { width, height }: Size, wanted: Size, focus: { readonly x: number; readonly y: number }): Sharp {
  const scale = Math.min(width / wanted.width, height / wanted.height);
  const part = { width: Math.max(1, Math.round(wanted.width * scale)), height: Math.max(1, Math.round(wanted.height * scale)) };
  const left = within(Math.round((width * focus.x) / 1000 - part.width / 2), width - part.width);
  const top = within(Math.round((height * focus.y) / 1000 - part.height / 2), height - part.height);
  const target = scale < 1 ? part : wanted;
  return picture.extract({ left, top, ...part }).resize({ ...target, fit: 'fill' });
}

function within(at: number, max: number): number {
  return Math.min(Math.max(at, 0), Math.max(max, 0));
}

function written(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'JPEG') return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: false });
  if (format === 'PNG') return picture.png();
  if (format === 'WEBP') return picture.webp({ quality: 80 });
  return picture.avif({ quality: 55, effort: 3 });
}
