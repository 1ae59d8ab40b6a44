import anyAscii from 'any-ascii';

const MAX_LENGTH = 80;

/**
 * `"Lámpara de pie, roble"` → `"lampara-de-pie-roble"`. Other scripts are spelled with Latin letters: `"Кофе"` → `"kofe"`,
 * `"北京烤鸭"` → `"beijingkaoya"`. `otherwise` where nothing is left.
 */
export function slugOf(name: string, otherwise = 'product'): string {
  const slug = anyAscii(name.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MAX_LENGTH)
    .replace(/-+$/, '');
  return slug || otherwise;
}

/** Where another has the slug, its own end of an id makes it unlike. */
export function longerSlug(slug: string, id: string): string {
  return `${slug}-${id.slice(-6)}`;
}

/** What could be a slug, of any installation. */
export function asSlug(asked: string): string | null {
  return asked.length <= 200 && !asked.includes('\0') ? asked : null;
}
