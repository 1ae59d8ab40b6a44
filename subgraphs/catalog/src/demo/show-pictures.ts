import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../categories/model/category.ts';
import { announceCreated } from '../media/commands/end-media.ts';
import { type AltTexts, Media } from '../media/model/media.ts';
import { MediaUse } from '../media/model/media-use.ts';
import { categoryPictures, type Drawn, drawingOf, HEIGHT, picturesOf, thumbhashOf, WIDTH } from './pictures.ts';

/** Gives each product, its variants in colours, and each category at the top their pictures, which are drawn when somebody looks at them. */
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
  for (const drawing of categoryPictures()) {
    const category = categories.get(drawing.category);
    if (!category) throw new Error(`There is no category "${drawing.category}".`);
    const media = await pictureOf(tx, drawing, demoId('usr', 'admin'), { [category.locale]: category.name }, now);
    tx.create(MediaUse, { usedBy: category.id, media, position: 0 });
  }
  await tx.flush();
}

async function pictureOf(tx: EntityManager, drawing: Drawn, ownerId: string, altTexts: AltTexts, now: Date): Promise<Media> {
  const { id, name } = drawing;
  // Until it is drawn it is as large as what it is drawn from.
  const byteSize = Buffer.byteLength(drawingOf(drawing));
  const given = { id, ownerId, altTexts, filename: `${name}.png`, contentType: 'image/png', byteSize };
  const media = Media.awaited({ ...given, purpose: 'PRODUCT' }, now);
  media.uploaded();
  media.accept({ byteSize, width: WIDTH, height: HEIGHT, thumbhash: thumbhashOf(drawing) });
  media.unusedSince = null;
  tx.persist(media);
  await announceCreated(tx, media);
  return media;
}
