import { DEMO_PEOPLE, type DemoPerson } from '@agora/schema/demo/people';
import { demoPicturesOf } from '@agora/schema/demo/pictures';
import { chanceOf, cssOf, hueOf, likenessOf, rgbOf } from './colours.ts';
import type { Drawn } from './drawn.ts';

/** A picture that somebody shows. */
export interface PersonsPicture extends Drawn {
  readonly person: DemoPerson;
  /** What shows it. */
  readonly on: 'ACCOUNT' | 'SHOP' | 'PROFILE';
}

/** Portraits of everybody, logos and banners of whoever sells, work of specialists. */
export function peoplePictures(): PersonsPicture[] {
  return DEMO_PEOPLE.flatMap((person) => {
    const { avatarId, logoId, bannerId, portfolioIds } = demoPicturesOf(person);
    const picture = (id: string | null, what: What, number = 0) => (id === null ? [] : [pictureOf(person, id, what, number)]);
    return [
      ...picture(avatarId, 'portrait'),
      ...picture(logoId, 'logo'),
      ...picture(bannerId, 'banner'),
      ...portfolioIds.flatMap((id, number) => picture(id, 'work', number)),
    ];
  });
}

type What = keyof typeof KINDS;
type Colours = Readonly<Record<'ground' | 'shape' | 'other', string>>;

const KINDS = {
  portrait: { on: 'ACCOUNT', purpose: 'AVATAR', width: 512, height: 512, shapes: portrait },
  logo: { on: 'SHOP', purpose: 'PRODUCT', width: 512, height: 512, shapes: logo },
  banner: { on: 'SHOP', purpose: 'PRODUCT', width: 2048, height: 512, shapes: hills },
  work: { on: 'PROFILE', purpose: 'PRODUCT', width: 960, height: 720, shapes: hills },
} as const;

/** Shapes and colours follow the name. */
function pictureOf(person: DemoPerson, id: string, what: What, number: number): PersonsPicture {
  const { shapes, ...kind } = KINDS[what];
  const name = `${what}${number > 0 ? ` ${number + 1}` : ''} ${person.username}`;
  // Whatever somebody shows has one hue.
  const hue = hueOf(person.username) + number * 40;
  const [ground, shape, other] = [rgbOf(hue, 0.4, 0.85), rgbOf(hue + 160, 0.4, 0.45), rgbOf(hue + 200, 0.35, 0.62)] as const;
  const css = { ground: cssOf(ground), shape: cssOf(shape), other: cssOf(other) };
  return {
    ...kind,
    id,
    name,
    person,
    svg: () =>
      `<rect width="${kind.width}" height="${kind.height}" fill="${css.ground}"/>\n${shapes(name, css, { width: kind.width, height: kind.height })}`,
    thumbhash: () => likenessOf(ground, other, shape),
  };
}

function portrait(name: string, { shape, other }: Colours): string {
  const tilt = chanceOf(name, 1) / 16 - 8;
  const hair = 130 + chanceOf(name, 2) / 4;
  return `<path d="M76 512q0-190 180-190t180 190z" fill="${shape}"/>
<g transform="rotate(${tilt} 256 330)"><ellipse cx="256" cy="190" rx="${hair * 0.68}" ry="${hair * 0.75}" fill="${shape}" opacity=".55"/>
<ellipse cx="256" cy="216" rx="86" ry="104" fill="${other}"/></g>`;
}

/** A ring, and petals in it. */
function logo(name: string, { shape, other }: Colours): string {
  const petals = 3 + (chanceOf(name, 1) % 6);
  const drawn = Array.from(
    { length: petals },
    (_, at) =>
      `<ellipse cx="256" cy="170" rx="44" ry="92" fill="${at % 2 ? other : shape}" transform="rotate(${(at * 360) / petals} 256 256)"/>`,
  );
  return `<circle cx="256" cy="256" r="216" fill="none" stroke="${shape}" stroke-width="20"/>${drawn.join('')}`;
}

/** A sun over two rows of hills. */
function hills(name: string, { shape, other }: Colours, { width, height }: { readonly width: number; readonly height: number }): string {
  const at = (index: number) => chanceOf(name, index) / 256;
  const row = (base: number, from: number) =>
    `M0 ${height}V${height * base}Q${width * 0.25} ${height * (base - 0.3 * at(from))} ${width / 2} ${height * base}T${width} ${height * (base - 0.2 * at(from + 1))}V${height}z`;
  return `<circle cx="${width * (0.2 + 0.6 * at(1))}" cy="${height * 0.3}" r="${height * 0.12}" fill="#fff" opacity=".8"/>
<path d="${row(0.62, 2)}" fill="${other}"/><path d="${row(0.8, 4)}" fill="${shape}"/>`;
}
