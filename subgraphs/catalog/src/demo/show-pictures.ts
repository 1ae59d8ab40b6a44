import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../categories/model/category.ts';
import { announceCreated } from '../media/commands/end-media.ts';
import { type AltTexts, Media } from '../media/model/media.ts';
import { MediaUse } from '../media/model/media-use.ts';
import { type Drawn, drawingOf } from './drawn.ts';
import { peoplePictures } from './people-pictures.ts';
import { categoryPictures, picturesOf } from './product-pictures.ts';

/** Gives each product, its variants in colours, each category at the top and all people their pictures, which are drawn when somebody looks at them. */
export async function showPictures(tx: EntityManager, categories: ReadonlyMap<string, Category>, now: Date): Promise<void> {
  for (const product of DEMO_PRODUCTS) {
    for (const [position, drawing] of picturesOf(product).entries()) {
      const { value } = drawing;
      const { name, sellerId } = product;
      const nameInSpanish = product.translations['es']?.name;
      const en = value ? `${name}, ${value.name}` : name;
      const es = value && nameInSpanish ? `${nameInSpanish}, ${value.es}` : nameInSpanish;
      const media = await pictureOf(tx, drawing, sellerId, { en, ...(es && { es }) }, now);
      tx.create(MediaUse, { usedBy: product.id, media, position });
      for (const { id: usedBy, valueIds } of product.variants) {
        if (value && valueIds.includes(value.id)) tx.create(MediaUse, { usedBy, media, position: 0 });
      }
    }
  }
  for (const [slug, drawing] of categoryPictures()) {
    const category = categories.get(slug);
    if (!category) throw new Error(`There is no category "${slug}".`);
    const media = await pictureOf(tx, drawing, demoId('usr', 'admin'), { [category.locale]: category.name }, now);
    tx.create(MediaUse, { usedBy: category.id, media, position: 0 });
  }
  await showPeople(tx, now);
  await tx.flush();
}

/** What people show is said by another service, which has the same ids. */
async function showPeople(tx: EntityManager, now: Date): Promise<void> {
  const shown = new Map<string, number>();
  for (const drawing of peoplePictures()) {
    const { id, username, displayName } = drawing.person;
    const usedBy = { ACCOUNT: id, SHOP: id.replace(/^usr_/, 'sel_'), PROFILE: demoId('prf', username) }[drawing.on];
    const position = shown.get(usedBy) ?? 0;
    shown.set(usedBy, position + 1);
    tx.create(MediaUse, { usedBy, media: await pictureOf(tx, drawing, id, { en: displayName }, now), position });
  }
}

async function pictureOf(tx: EntityManager, drawing: Drawn, ownerId: string, altTexts: AltTexts, now: Date): Promise<Media> {
  const { id, name, purpose, width, height } = drawing;
  // Until it is drawn it is as large as what it is drawn from.
  const byteSize = Buffer.byteLength(drawingOf(drawing));
  const given = { id, ownerId, altTexts, filename: `${name}.png`, contentType: 'image/png', byteSize };
  const media = Media.awaited({ ...given, purpose }, now);
  media.uploaded();
  media.accept({ byteSize, width, height, thumbhash: drawing.thumbhash(), durationMs: null });
  media.unusedSince = null;
  tx.persist(media);
  await announceCreated(tx, media);
  return media;
}
