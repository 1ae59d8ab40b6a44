const LONGEST = 80;

/** `"Lámpara de pie, roble"` → `"lampara-de-pie-roble"`; `"product"` where no letter or digit of ASCII is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return slug || 'product';
}
