import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { ProductCreated } from '@agora/schema/events/catalog';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Category } from '../../categories/model/category.ts';
import { usePicturesOf } from '../../media/commands/use-pictures-of.ts';
import { MediaUse } from '../../media/model/media-use.ts';
import { longerSlug, slugOf } from '../../names/model/slug.ts';
import type { NewOption } from '../model/product-option.ts';
import { MAX_SKU_LENGTH, type NewVariant } from '../model/product-variant.ts';
import { Product } from '../model/product.ts';
import { sentences } from '../sentences.ts';
import { claimSlug, dropSlug } from './claim-slug.ts';
import { lockOwnProduct } from './lock-product.ts';
import { useProductMedia } from './use-product-media.ts';

export interface DuplicateProduct {
  readonly productId: string;
  readonly sellerId: string;
  /** What the copy is called in the language that the product was written in; as the product where null. */
  readonly name: string | null;
}

/**
 * Writes a draft like another product of its seller, whatever became of that, and answers its id. Its variants have codes of their own, no bar codes
 * and no units.
 * @throws NOT_FOUND; CONFLICT for what moderators took down: a copy of it would be on sale without their having looked at it.
 */
export async function duplicateProduct(em: EntityManager, { productId, sellerId, name }: DuplicateProduct): Promise<string> {
  return transaction(em, async (tx) => {
    const source = await lockOwnProduct(tx, productId, sellerId);
    if (source.takenDownAt !== null) throw new Refusal('CONFLICT', sentences.takenDownNoCopy, ['productId']);
    await tx.populate(source, ['options', 'variants.otherPrices']);
    const category = await tx.findOneOrFail(Category, source.category.id, { lockMode: LockMode.PESSIMISTIC_READ });
    const { options, valueIds } = optionsLike(source);
    const copies = [...source.variants].map((variant) => ({ of: variant.id, variant: variantLike(variant, valueIds) }));
    const id = newId('prd');
    const called = name ?? source.name;
    const slug = slugOf(called);
    const { locale, description, translations, tags, taxClass, currencyCode } = source;
    const facts = { id, sellerId, locale, name: called, description, translations, tags, taxClass, category, currencyCode };
    const variants = copies.map(({ variant }) => variant);
    const copy = Product.draft({ ...facts, slug: longerSlug(slug, id), createdAt: new Date(), options, variants });
    await tx.persist(copy).flush();
    await shortenSlug(tx, copy, slug);
    await copyAttributes(tx, [id, productId]);
    await copyMedia(
      tx,
      { from: productId, to: copy },
      copies.map(({ of, variant }) => [of, variant.id]),
    );
    await announce(tx, ProductCreated, { productId: id, sellerId });
    return id;
  });
}

/** Options with ids of their own, and the new id of each value by its old one. */
function optionsLike({ options }: Product): { readonly options: NewOption[]; readonly valueIds: ReadonlyMap<string, string> } {
  const valueIds = new Map([...options].flatMap(({ values }) => values.map(({ id }) => [id, newId('opv')])));
  return {
    options: [...options].map(({ name, names, values }) => ({
      id: newId('opt'),
      name,
      names,
      values: values.map((value) => ({ ...value, id: valueIds.get(value.id) ?? value.id })),
    })),
    valueIds,
  };
}

/** The end of its id makes its code unlike all others. */
function variantLike(variant: Product['variants'][number], valueIds: ReadonlyMap<string, string>): NewVariant {
  const { sku, optionValueIds, prices, weightGrams, isDigital, isEnabled } = variant;
  const id = newId('var');
  const end = `-${id.slice(-6).toUpperCase()}`;
  return {
    id,
    sku: `${sku.slice(0, MAX_SKU_LENGTH - end.length).toWellFormed()}${end}`,
    optionValueIds: optionValueIds.map((valueId) => valueIds.get(valueId) ?? valueId),
    prices,
    barcode: null,
    weightGrams: weightGrams ?? null,
    isDigital,
    isEnabled,
    lowStockThreshold: variant.lowStockThreshold ?? null,
  };
}

/** Takes the address that is made of the name alone, where no other product has it. */
async function shortenSlug(tx: EntityManager, copy: Product, slug: string): Promise<void> {
  if (!(await claimSlug(tx, slug, copy.id))) return;
  const before = copy.slug;
  copy.slug = slug;
  await tx.flush();
  await dropSlug(tx, before);
}

async function copyAttributes(tx: EntityManager, ids: readonly [string, string]): Promise<void> {
  await query(
    tx,
    `insert into product_attribute (product_id, definition_id, position, text, number, boolean, day, choice)
     select $1, definition_id, position, text, number, boolean, day, choice from product_attribute where product_id = $2`,
    ids,
  );
}

async function copyMedia(
  tx: EntityManager,
  { from, to }: { readonly from: string; readonly to: Product },
  variants: readonly (readonly [string, string])[],
): Promise<void> {
  const uses = await tx.find(MediaUse, { usedBy: [from, ...variants.map(([of]) => of)] }, { orderBy: { position: 'asc' } });
  const shownBy = (usedBy: string) => uses.filter((use) => use.usedBy === usedBy).map(({ media }) => media.id);
  await useProductMedia(tx, to, shownBy(from));
  const picks = variants.map(([of, usedBy]) => ({ usedBy, mediaId: shownBy(of)[0] ?? null }));
  await usePicturesOf(tx, { shownBy: to.id, picks, fieldOf: () => ['productId'] });
}
