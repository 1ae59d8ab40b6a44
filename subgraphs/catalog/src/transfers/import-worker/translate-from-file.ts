import { type Problem, refuseAll } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { translateProduct, untranslateProduct } from '../../products/commands/translate-product.ts';
import { ProductTranslationsSetInput } from '../../products/inputs/translations.ts';
import type { Cells } from '../format/write-rows.ts';
import { sentences } from '../sentences.ts';
import { pathOfCell } from './places-of-problems.ts';
import type { WantedProduct } from './wanted-product.ts';

interface Translated {
  readonly productId: string;
  /** What an export of it says. */
  readonly now: Cells;
  readonly by: Actor;
}

/**
 * Says a product in other languages as `productTranslationsSet` does, and takes those away whose cells are empty. Problems are of the languages that
 * `translationsIn` gives.
 */
export async function translateFromFile(tx: EntityManager, wanted: WantedProduct, { productId, now, by }: Translated): Promise<void> {
  refuseAll<CatalogCode>(namelessIn(wanted, now));
  const gone = [...wanted.translations].flatMap(([locale, { name }]) => (name === null && now.has(`name:${locale}`) ? locale : []));
  if (gone.length > 0) await untranslateProduct(tx, { productId, by, locales: gone, expectedVersion: null });
  const translations = translationsIn(wanted, now);
  if (translations.length === 0) return;
  await translateProduct(tx, { ...checked(ProductTranslationsSetInput, { productId, translations }), by, expectedVersion: null });
}

/** In which languages something is said from now on, of those that the file has columns for. */
export function translationsIn({ translations }: WantedProduct, now: Cells) {
  return [...translations].flatMap(([locale, said]) => {
    const name = said.name === undefined ? now.get(`name:${locale}`) : said.name;
    const description = said.description === undefined ? now.get(`description:${locale}`) || null : said.description;
    return name == null ? [] : { locale, name, description };
  });
}

/** Texts whose names are missing. */
function namelessIn({ translations, variants }: WantedProduct, now: Cells): Problem<CatalogCode>[] {
  const [first] = variants;
  if (!first) return [];
  return [...translations].flatMap(([locale, { name, description }]): Problem<CatalogCode>[] => {
    const isNamed = name === undefined ? now.has(`name:${locale}`) : name !== null;
    const field = pathOfCell(first, `name:${locale}`);
    return isNamed || description == null ? [] : [{ code: 'REQUIRED', message: sentences.missing, field }];
  });
}
