import { DEMO_PRODUCTS } from '@agora/schema/demo/products';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Media } from '../media/model/media.ts';
import { withPictures } from '../media/pictures/sharp.ts';
import { type Drawn, drawingOf } from './drawn.ts';
import { peoplePictures } from './people-pictures.ts';
import { categoryPictures, picturesOf } from './product-pictures.ts';

/** Draws a picture of the demo when it is first looked at, so that no start waits for that; null for any other file. */
export async function drawDemoPicture(em: EntityManager, mediaId: string): Promise<Buffer | null> {
  const drawing = byId().get(mediaId);
  if (!drawing) return null;
  const svg = Buffer.from(drawingOf(drawing));
  const drawn = await withPictures((open) => open(svg).png({ palette: true }).toBuffer());
  await em.nativeUpdate(Media, { id: mediaId }, { byteSize: drawn.length });
  return drawn;
}

let pictures: ReadonlyMap<string, Drawn> | undefined;

function byId(): ReadonlyMap<string, Drawn> {
  const all = () => [...DEMO_PRODUCTS.flatMap(picturesOf), ...categoryPictures().values(), ...peoplePictures()];
  return (pictures ??= new Map(all().map((drawing) => [drawing.id, drawing])));
}
