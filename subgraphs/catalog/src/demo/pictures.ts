import { createHash } from 'node:crypto';
import { DEMO_PRODUCTS, type DemoProduct } from '@agora/schema/demo/products';
import { demoId } from '@agora/schema/demo/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { rgbaToThumbHash } from 'thumbhash';
import { Media } from '../media/model/media.ts';
import { withPictures } from '../media/pictures/sharp.ts';

export const WIDTH = 960;
export const HEIGHT = 720;

/** What is on a picture. */
export interface Drawn {
  /** Of the file: the same in every installation. */
  readonly id: string;
  /** Colours and pose follow it. */
  readonly name: string;
  /** Slug of what it is known by. */
  readonly category: string;
  /** Of the thing, where it is not any. */
  readonly value?: ColouredValue;
}

type ColouredValue = DemoProduct['options'][number]['values'][number] & { readonly colour: string };

/** Of the thing itself first, then in each colour that can be chosen. */
export function picturesOf({ slug: name, category, options }: DemoProduct): Drawn[] {
  const coloured = options.flatMap(({ values }) => values.flatMap(({ colour, ...value }) => (colour ? [{ ...value, colour }] : [])));
  return [
    { id: demoId('med', name), name, category },
    ...coloured.map((value) => ({ id: demoId('med', `${name} ${value.id}`), name, category, value })),
  ];
}

/** Of each category at the top. */
export function categoryPictures(): Drawn[] {
  return Object.keys(SHAPES).map((category) => ({ id: demoId('med', `category ${category}`), name: `category ${category}`, category }));
}

/** Draws a picture of the demo when it is first looked at, so that no start waits for that; null for any other file. */
export async function drawDemoPicture(em: EntityManager, mediaId: string): Promise<Buffer | null> {
  const drawing = byId().get(mediaId);
  if (!drawing) return null;
  const svg = Buffer.from(drawingOf(drawing));
  const drawn = await withPictures((open) => open(svg).png({ palette: true }).toBuffer());
  await em.nativeUpdate(Media, { id: mediaId }, { byteSize: drawn.length });
  return drawn;
}

let pictures: ReadonlyMap<string, Drawn> | undefined;

function byId(): ReadonlyMap<string, Drawn> {
  return (pictures ??= new Map([...DEMO_PRODUCTS.flatMap(picturesOf), ...categoryPictures()].map((drawing) => [drawing.id, drawing])));
}

/** An SVG: what the category is known by, before a wall and on a table in colours of the product's own. */
export function drawingOf(drawing: Drawn): string {
  const [wall, table, thing, shade] = coloursOf(drawing).map((rgb) => `rgb(${rgb.join(' ')})`);
  const { turn, scale } = poseOf(drawing);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 960 720">
<rect width="960" height="720" fill="${wall}"/><rect y="500" width="960" height="220" fill="${table}"/>
<ellipse cx="480" cy="590" rx="${230 * scale}" ry="34" fill="${shade}" opacity=".35"/>
<g transform="translate(480 580) rotate(${turn}) scale(${scale}) translate(-480 -580)" fill="${thing}" stroke="${shade}" stroke-width="10" stroke-linejoin="round">
${SHAPES[drawing.category] ?? SHAPES['crafts']}
</g></svg>`;
}

/** A blurred likeness of it, without drawing it: the wall above the table. */
export function thumbhashOf(drawing: Drawn): string {
  const [wall, table, thing] = coloursOf(drawing);
  const pixels = Array.from({ length: 12 * 9 }, (_, at) => {
    const [x, y] = [at % 12, Math.floor(at / 12)];
    const colour = x >= 4 && x < 8 && y >= 2 && y < 7 ? thing : y < 6 ? wall : table;
    return [...(colour ?? []), 255];
  });
  return Buffer.from(rgbaToThumbHash(12, 9, pixels.flat())).toString('base64');
}

/** Of the wall, the table, the thing and its outline: red, green and blue. */
function coloursOf({ name, value }: Drawn): number[][] {
  const h = (chanceOf(name, 0) * 360) / 256;
  return [
    rgbOf(Math.round(h), 0.3, 0.88),
    rgbOf(Math.round(h + 20) % 360, 0.28, 0.72),
    value ? [...Buffer.from(value.colour.slice(1), 'hex')] : rgbOf(Math.round(h + 170 + chanceOf(name, 1) / 8) % 360, 0.45, 0.58),
    rgbOf(Math.round(h + 175) % 360, 0.4, 0.3),
  ];
}

function poseOf({ name }: Drawn): { readonly turn: number; readonly scale: number } {
  return { turn: Math.round(chanceOf(name, 2) / 32) - 4, scale: 0.85 + chanceOf(name, 3) / 1024 };
}

/** A number from 0 to 255 that is always the same for a name. */
function chanceOf(name: string, at: number): number {
  return createHash('sha256').update(name).digest()[at] ?? 0;
}

function rgbOf(h: number, s: number, l: number): number[] {
  const at = (n: number) => {
    const k = (n + h / 30) % 12;
    return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [at(0), at(8), at(4)];
}

/** By category, standing on a table at 580. */
const SHAPES: Readonly<Record<string, string>> = {
  animals:
    '<path d="M300 580q-20-150 110-170l20-110 60 70h60l60-70 10 120q70 60 40 160z"/><circle cx="470" cy="400" r="10"/><circle cx="550" cy="400" r="10"/>',
  ceramics:
    '<path d="M290 330h380q-10 200-120 250H410Q300 530 290 330z"/><path d="M660 370q110-10 80 70t-110 60" fill="none" stroke-width="28"/>',
  crafts:
    '<circle cx="480" cy="420" r="160"/><path d="M350 330q130 60 240 190M330 420q140 20 230 140M400 285q130 50 220 170" fill="none"/>',
  electronics:
    '<rect x="270" y="280" width="420" height="270" rx="24"/><rect x="300" y="310" width="360" height="190" rx="8" opacity=".5"/><path d="M400 580h160l-20-30H420z"/>',
  food: '<path d="M360 580V360q0-40 40-60v-60h160v60q40 20 40 60v220z"/><rect x="360" y="400" width="240" height="110" opacity=".5"/>',
  furniture: '<path d="M340 580V200h40v190h200V200h40v380h-40V450H380v130z"/><rect x="330" y="380" width="300" height="60" rx="12"/>',
  garden:
    '<path d="M370 580l-40-190h300l-40 190z"/><path d="M480 390q-10-180-130-200 10 130 130 200zm0 0q10-150 130-180 0 120-130 180zm0 0V180" />',
  lighting: '<path d="M470 580V360h20v220z"/><path d="M390 200h180l80 170H310z"/><ellipse cx="480" cy="580" rx="110" ry="18"/>',
};
