import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { MAX_LANGUAGES, type ProductTexts } from '../model/product.ts';
import { sentences } from '../sentences.ts';
import { announceUpdated } from './announce-updated.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

export interface TranslateProduct extends ChangeProduct {
  readonly translations: readonly (ProductTexts & { readonly locale: string })[];
  readonly expectedVersion: number | null;
}

/**
 * Says a product's name and text in other languages; those that are not given stay.
 * @throws NOT_FOUND, VERSION_MISMATCH; INVALID for the language that it was written in; LIMIT_REACHED for too many.
 */
export async function translateProduct(
  em: EntityManager,
  { productId, by, translations, expectedVersion }: TranslateProduct,
): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    demandVersion(product, expectedVersion);
    const original = translations.findIndex(({ locale }) => locale === product.locale);
    if (original !== -1) throw new Refusal('INVALID', sentences.originalLanguage, ['translations', String(original), 'locale']);
    const given = Object.fromEntries(translations.map(({ locale, ...texts }) => [locale, texts]));
    const all = { ...product.translations, ...given };
    if (Object.keys(all).length >= MAX_LANGUAGES)
      throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyLanguages(MAX_LANGUAGES), ['translations']);
    if (product.translate(all, new Date())) await announceUpdated(tx, product);
  });
}

export interface UntranslateProduct extends ChangeProduct {
  readonly locales: readonly string[];
  readonly expectedVersion: number | null;
}

/**
 * Removes languages; what the product was written in stays.
 * @throws NOT_FOUND, VERSION_MISMATCH.
 */
export async function untranslateProduct(
  em: EntityManager,
  { productId, by, locales, expectedVersion }: UntranslateProduct,
): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    demandVersion(product, expectedVersion);
    const left = Object.entries(product.translations).filter(([locale]) => !locales.includes(locale));
    if (product.translate(Object.fromEntries(left), new Date())) await announceUpdated(tx, product);
  });
}
