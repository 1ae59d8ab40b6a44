/** A picture made from another one. */
export interface Rendition {
  /** In pixels; null where the proportions decide. */
  readonly width: number | null;
  readonly height: number | null;
  readonly fit: 'CONTAIN' | 'COVER';
  readonly format: PictureFormat;
  /** What must not be cut off, in thousandths from the left and from the top. */
  readonly focus: { readonly x: number; readonly y: number };
}

export const PICTURE_FORMATS = ['JPEG', 'PNG', 'WEBP', 'AVIF'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

const SIZES = [64, 128, 256, 512, 1024, 2048];
export const MAX_SIDE = 2_048;
const CENTRE = { x: 500, y: 500 };

export interface FocalPoint {
  readonly focalX?: number | null;
  readonly focalY?: number | null;
}

export interface Wanted extends FocalPoint {
  readonly width: number | null;
  readonly height: number | null;
  readonly fit: Rendition['fit'];
  readonly format: PictureFormat | null;
}

/** The rendition that answers a wish; null where that is the whole picture as it is kept. There are few for each picture, so that each is made once. */
export function renditionFor({ width, height, fit, format, focalX, focalY }: Wanted): Rendition | null {
  if (width === null && height === null && format === null) return null;
  const cuts = fit === 'COVER' && width !== null && height !== null;
  return {
    width: roundedUp(width),
    height: roundedUp(height),
    fit: cuts ? 'COVER' : 'CONTAIN',
    format: format ?? 'WEBP',
    focus: focusOf({ fit: cuts ? 'COVER' : 'CONTAIN', focalX, focalY }),
  };
}

/** What must not be cut off, where something is. */
export function focusOf({ fit, focalX, focalY }: Pick<Rendition, 'fit'> & FocalPoint): Rendition['focus'] {
  return fit === 'COVER' && focalX != null && focalY != null ? { x: Math.round(focalX * 1000), y: Math.round(focalY * 1000) } : CENTRE;
}

function roundedUp(side: number | null): number | null {
  return side === null ? null : (SIZES.find((size) => size >= side) ?? MAX_SIDE);
}

/** `512x512-COVER-500-250.WEBP`: a link and a key hold it. */
export function nameOf({ width, height, fit, format, focus }: Rendition): string {
  return `${width ?? 0}x${height ?? 0}-${fit}-${focus.x}-${focus.y}.${format}`;
}

const NAME = /^(\d+)x(\d+)-(CONTAIN|COVER)-(\d+)-(\d+)\.(JPEG|PNG|WEBP|AVIF)$/;

/** Null for what is the name of none. */
export function renditionNamed(name: string): Rendition | null {
  const [, width, height, fit, x, y, format] = NAME.exec(name) ?? [];
  const known = PICTURE_FORMATS.find((one) => one === format);
  if (!known) return null;
  return {
    width: Number(width) || null,
    height: Number(height) || null,
    fit: fit === 'COVER' ? 'COVER' : 'CONTAIN',
    format: known,
    focus: { x: Number(x), y: Number(y) },
  };
}
