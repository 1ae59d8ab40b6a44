import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { EntityManager } from '@mikro-orm/postgresql';
import { announceCreated } from '../media/commands/end-media.ts';
import { Media } from '../media/model/media.ts';
import { MediaUse } from '../media/model/media-use.ts';
import { drawingOf, HEIGHT, pictureOf, thumbhashOf, WIDTH } from './product-pictures.ts';

/** Gives each product its picture, which is drawn when somebody looks at it. */
export async function showPictures(tx: EntityManager, now: Date): Promise<void> {
  for (const product of DEMO_PRODUCTS) {
    const { id: usedBy, slug, name, sellerId: ownerId, translations } = product;
    const altTexts = { en: name, ...(translations['es'] && { es: translations['es'].name }) };
    // Until it is drawn it is as large as what it is drawn from.
    const byteSize = Buffer.byteLength(drawingOf(product));
    const given = { id: pictureOf(product), ownerId, altTexts, filename: `${slug}.png`, contentType: 'image/png', byteSize };
    const media = Media.awaited({ ...given, purpose: 'PRODUCT' }, now);
    media.uploaded();
    media.accept({ byteSize, width: WIDTH, height: HEIGHT, thumbhash: thumbhashOf(product) });
    media.unusedSince = null;
    tx.persist(media);
    tx.create(MediaUse, { usedBy, media, position: 0 });
    await announceCreated(tx, media);
  }
  await tx.flush();
}
