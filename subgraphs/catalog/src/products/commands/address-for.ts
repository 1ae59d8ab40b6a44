import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { longerSlug, slugOf } from '../../names/model/slug.ts';
import type { Product } from '../model/product.ts';
import { sentences } from '../sentences.ts';
import { claimSlug, dropSlug } from './claim-slug.ts';

/**
 * The address of a product that its seller calls `name` from now on: the one that is asked for, else one that is made of the name, where the
 * one before was made of the name before. The one before still finds what was ever on sale.
 * @throws SLUG_TAKEN for an address that another product has, or lately had.
 */
export async function addressFor(tx: EntityManager, product: Product, name: string, wanted: string | undefined): Promise<string> {
  const { id, slug: before } = product;
  const slug = wanted ?? (await slugMadeOf(tx, product, name));
  if (slug === before) return before;
  if (!(await claimSlug(tx, slug, id))) throw new Refusal<CatalogCode>('SLUG_TAKEN', sentences.slugTaken, ['slug']);
  if (product.publishedAt === null) await dropSlug(tx, before);
  return slug;
}

/** A taken one is lengthened, so that nobody keeps a name from others. */
async function slugMadeOf(tx: EntityManager, { id, slug, name: nameBefore }: Product, name: string): Promise<string> {
  const [before, now] = [slugOf(nameBefore), slugOf(name)];
  const isMadeOfName = slug === before || slug === longerSlug(before, id);
  if (!isMadeOfName || before === now) return slug;
  return (await claimSlug(tx, now, id)) ? now : longerSlug(now, id);
}
