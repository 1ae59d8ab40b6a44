import type { MediaPurpose } from '../media/model/purposes.ts';

/** A picture of the demo. */
export interface Drawn {
  /** Of the file: the same in every installation. */
  readonly id: string;
  readonly name: string;
  readonly purpose: MediaPurpose;
  readonly width: number;
  readonly height: number;
  /** What is on it, as SVG. */
  svg(): string;
  thumbhash(): string;
}

export function drawingOf({ width, height, svg }: Drawn): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${svg()}</svg>`;
}
