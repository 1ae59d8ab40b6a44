/** More are nobody's. */
const MOST_RANGES = 10;
const MOST_KNOWN = 1_000;

const known = new Map<string, readonly string[]>();

/**
 * The languages of an `Accept-Language` header as BCP 47 tags, the preferred first, each followed by what it is a kind of:
 * `"pt;q=0.5, ES-co"` → `["es-CO", "es", "pt"]`. What has the quality 0, or is no language, is left out.
 */
export function acceptedLanguages(header = ''): readonly string[] {
  const languages = known.get(header) ?? languagesIn(header);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(header, languages);
  return languages;
}

function languagesIn(header: string): readonly string[] {
  const ranges = header.split(',', MOST_RANGES).flatMap(rangeIn);
  const refused = new Set(ranges.filter(({ quality }) => quality === 0).map(({ tag }) => tag));
  const accepted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return [...new Set(accepted.flatMap(({ tag }) => languageChain(tag)))].filter((tag) => !refused.has(tag));
}

interface Range {
  readonly tag: string;
  readonly quality: number;
}

function rangeIn(text: string): Range[] {
  const [given = '', ...parameters] = text.split(';');
  const tag = canonical(given.trim());
  const [, quality = '1'] = /^\s*q\s*=\s*([01](?:\.\d*)?)\s*$/i.exec(parameters.join(';')) ?? [];
  return tag === null ? [] : [{ tag, quality: Number(quality) }];
}

/** `"es-CO"` → `["es-CO", "es"]`. How numbers or days are written, `-u-nu-latn`, is no language. Nothing for what is no tag. */
export function languageChain(tag: string): readonly string[] {
  const parts = canonical(tag)?.split('-') ?? [];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

function canonical(tag: string): string | null {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
}
