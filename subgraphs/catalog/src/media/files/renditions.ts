import { buffer } from 'node:stream/consumers';
import type { Media } from '../model/media.ts';
import { makeRendition } from '../pictures/make-rendition.ts';
import type { Rendition } from '../pictures/rendition.ts';
import { type MediaStore, shownKey } from '../storage/media-store.ts';

/** Makes renditions that were not made yet; those who ask for the same at the same time wait for one. */
export class Renditions {
  readonly #store: MediaStore;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(store: MediaStore) {
    this.#store = store;
  }

  /** Keeps it under the key, unless it is kept already; answers how large it is. */
  async sizeOf(key: string, media: Media, rendition: Rendition): Promise<number> {
    const known = await this.#store.sizeOf(key);
    if (known !== null) return known;
    let making = this.#underWay.get(key);
    if (!making) {
      making = this.#make(key, media, rendition).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, making);
    }
    await making;
    return (await this.#store.sizeOf(key)) ?? 0;
  }

  async #make(key: string, { id, width, height }: Media, rendition: Rendition): Promise<void> {
    if (width == null || height == null) throw new Error(`${id} is no picture.`);
    const whole = await buffer(await this.#store.read(shownKey(id)));
    await this.#store.write(key, await makeRendition(whole, { width, height }, rendition), contentTypeOf(rendition));
  }
}

export function contentTypeOf({ format }: Rendition): string {
  return `image/${format.toLowerCase()}`;
}
