import { createHash } from 'node:crypto';
import { rgbaToThumbHash } from 'thumbhash';

/** Red, green and blue. */
export type Rgb = readonly number[];

/** A number from 0 to 255 that is always the same for a name. */
export function chanceOf(name: string, at: number): number {
  return createHash('sha256').update(name).digest()[at] ?? 0;
}

/** The hue that a name always has. */
export function hueOf(name: string): number {
  return Math.round((chanceOf(name, 0) * 360) / 256);
}

export function rgbOf(hue: number, saturation: number, lightness: number): Rgb {
  const at = (n: number) => {
    const k = (n + (hue % 360) / 30) % 12;
    return Math.round(255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [at(0), at(8), at(4)];
}

/** As an SVG says it. */
export function cssOf(rgb: Rgb): string {
  return `rgb(${rgb.join(' ')})`;
}

/** A blurred likeness of a picture, without drawing it: something in the middle, before what is above and what is below. */
export function likenessOf(above: Rgb, below: Rgb, middle: Rgb): string {
  const pixels = Array.from({ length: 12 * 9 }, (_, at) => {
    const [x, y] = [at % 12, Math.floor(at / 12)];
    const colour = x >= 4 && x < 8 && y >= 2 && y < 7 ? middle : y < 6 ? above : below;
    return [...colour, 255];
  });
  return Buffer.from(rgbaToThumbHash(12, 9, pixels.flat())).toString('base64');
}
