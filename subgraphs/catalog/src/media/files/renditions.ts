import { buffer } from 'node:stream/consumers';
import type { Media } from '../model/media.ts';
import { makeRendition } from '../pictures/make-rendition.ts';
import { type Rendition, renditionNamed } from '../pictures/rendition.ts';
import { cutKeys, type MediaStore, shownKey, sourceOf } from '../storage/media-store.ts';

/** Draws a file that is known and was never kept; null where it cannot. */
export type Draw = (mediaId: string) => Promise<Buffer | null>;

/** Makes what is to be shown of a file and was not made yet; those who ask for the same at the same time wait for one. */
export class Renditions {
  readonly #store: MediaStore;
  readonly #draw: Draw;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(store: MediaStore, draw: Draw) {
    this.#store = store;
    this.#draw = draw;
  }

  /** How large it is, once it is kept; null for what cannot be made. */
  async sizeOf(media: Media, name: string): Promise<number | null> {
    const key = keyOf(media.id, name);
    const known = await this.#store.sizeOf(key);
    if (known !== null) return known;
    let making = this.#underWay.get(key);
    if (!making) {
      making = this.#make(key, media, renditionNamed(name)).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, making);
    }
    await making;
    return this.#store.sizeOf(key);
  }

  async #make(key: string, media: Media, rendition: Rendition | null): Promise<void> {
    if (!rendition) {
      const drawn = await this.#draw(media.id);
      if (drawn) await this.#store.write(key, drawn, media.contentType);
      return;
    }
    const source = sourceOf(media);
    if (media.width == null || media.height == null || (await this.sizeOf(media, source)) === null) return;
    const whole = await buffer(await this.#store.read(shownKey(media.id, source)));
    const made = await makeRendition(whole, { width: media.width, height: media.height }, rendition);
    await this.#store.write(key, made, contentTypeOf(rendition));
  }
}

export function contentTypeOf({ format }: Rendition): string {
  return `image/${format.toLowerCase()}`;
}

/** What is cut out is kept by the point round which it lies, so that it goes with that. */
export function keyOf(mediaId: string, name: string): string {
  const rendition = renditionNamed(name);
  return rendition?.fit === 'COVER' ? `${cutKeys(mediaId, rendition.focus)}/${name}` : shownKey(mediaId, name);
}
