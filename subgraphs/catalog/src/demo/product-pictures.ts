import { demoId } from '@agora/schema/demo/ids';
import type { DemoProduct } from '@agora/schema/demo/products';
import { chanceOf, cssOf, hueOf, likenessOf, type Rgb, rgbOf } from './colours.ts';
import type { Drawn } from './drawn.ts';

/** A picture of a thing, or of what a category is known by. */
export interface ProductPicture extends Drawn {
  /** Of the thing, where it is not any. */
  readonly value: ColouredValue | null;
}

type ColouredValue = DemoProduct['options'][number]['values'][number] & { readonly colour: string };

/** Of the thing itself first, then in each colour that can be chosen. */
export function picturesOf({ slug, category, options }: DemoProduct): ProductPicture[] {
  const coloured = options.flatMap(({ values }) => values.flatMap(({ colour, ...value }) => (colour ? [{ ...value, colour }] : [])));
  return [
    pictureOf(demoId('med', slug), slug, category, null),
    ...coloured.map((value) => pictureOf(demoId('med', `${slug} ${value.id}`), slug, category, value)),
  ];
}

/** Of each category at the top, by its slug. */
export function categoryPictures(): ReadonlyMap<string, ProductPicture> {
  return new Map(
    Object.keys(SHAPES).map((category) => [
      category,
      pictureOf(demoId('med', `category ${category}`), `category ${category}`, category, null),
    ]),
  );
}

/** Colours and pose follow the name: what the category is known by, before a wall and on a table in colours of the thing's own. */
function pictureOf(id: string, name: string, category: string, value: ColouredValue | null): ProductPicture {
  return {
    id,
    name,
    value,
    purpose: 'PRODUCT',
    width: 960,
    height: 720,
    svg() {
      const { wall, table, thing, shade } = coloursOf(name, value);
      const turn = Math.round(chanceOf(name, 2) / 32) - 4;
      const scale = 0.85 + chanceOf(name, 3) / 1024;
      return `<rect width="960" height="720" fill="${cssOf(wall)}"/><rect y="500" width="960" height="220" fill="${cssOf(table)}"/>
<ellipse cx="480" cy="590" rx="${230 * scale}" ry="34" fill="${cssOf(shade)}" opacity=".35"/>
<g transform="translate(480 580) rotate(${turn}) scale(${scale}) translate(-480 -580)" fill="${cssOf(thing)}" stroke="${cssOf(shade)}" stroke-width="10" stroke-linejoin="round">
${SHAPES[category] ?? SHAPES['crafts']}
</g>`;
    },
    thumbhash() {
      const { wall, table, thing } = coloursOf(name, value);
      return likenessOf(wall, table, thing);
    },
  };
}

function coloursOf(name: string, value: ColouredValue | null): Readonly<Record<'wall' | 'table' | 'thing' | 'shade', Rgb>> {
  const hue = hueOf(name);
  return {
    wall: rgbOf(hue, 0.3, 0.88),
    table: rgbOf(hue + 20, 0.28, 0.72),
    thing: value ? [...Buffer.from(value.colour.slice(1), 'hex')] : rgbOf(Math.round(hue + 170 + chanceOf(name, 1) / 8), 0.45, 0.58),
    shade: rgbOf(hue + 175, 0.4, 0.3),
  };
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
