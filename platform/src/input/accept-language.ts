import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Nobody needs a longer one. */
const MAX_RANGES = 10;

/** What an entry takes beside its texts. */
const ENTRY_BYTES = 500;

const known = new LRUCache<string, readonly string[]>({
  maxSize: 1_000_000,
  sizeCalculation: (languages, header) => ENTRY_BYTES + header.length + languages.join('').length,
});

/**
 * The languages of an `Accept-Language` header (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4) as tags of BCP 47
 * (https://www.rfc-editor.org/rfc/rfc5646), the preferred first, each followed by its more general ones: `"pt;q=0.5, ES-co"` →
 * `["es-CO", "es", "pt"]`. What has the quality 0, or is no language, is left out.
 */
export function acceptedLanguages(header = ''): readonly string[] {
  return known.get(header) ?? remembered(header, languagesIn(header));
}

function remembered(header: string, languages: readonly string[]): readonly string[] {
  known.set(header, languages);
  return languages;
}

function languagesIn(header: string): readonly string[] {
  const ranges = header.split(',', MAX_RANGES).join(',');
  const wanted = [...new Set(languagesOf(ranges).flatMap(languageChain))];
  // The last range is for languages that the header does not name: only what it refuses is left out.
  const allowed = new Set(languagesOf(`${ranges},*;q=0.001`, wanted));
  return wanted.filter((tag) => allowed.has(tag));
}

function languagesOf(header: string, among?: string[]): string[] {
  return new Negotiator({ headers: { 'accept-language': header } }).languages(among);
}

/** `"es-CO"` → `["es-CO", "es"]`. Extensions such as `-u-nu-latn` are dropped; empty for what is no tag. */
export function languageChain(tag: string): readonly string[] {
  const parts = canonical(tag)?.split('-') ?? [];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Programs also write `pt_BR`. */
function canonical(tag: string): string | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).baseName;
  } catch {
    return null;
  }
}
