import { signText, verifiedText } from '@agora/platform/security/signed-text';
import type { AwaitedBytes } from '../storage/media-store.ts';

/** Below it the door hands requests on to whoever keeps files. */
export const FILES_PATH = '/media/';
/** 128 bits. */
const MAC_LENGTH = 22;
const PRIVATE_MS = 900_000;

/** What a link allows: to put so many bytes, or to read the file or what is made of it. */
export type Link = {
  readonly mediaId: string;
  /** In milliseconds since 1970; null for one that does not end. */
  readonly endsAt: number | null;
} & ({ readonly verb: 'put'; readonly byteSize: number } | { readonly verb: 'get'; readonly rendition: string });

/** Makes links that nobody else can make or change, and opens them. */
export class Links {
  readonly #secret: string;
  readonly #base: string;

  constructor(secret: string, publicUrl: string) {
    this.#secret = secret;
    this.#base = new URL(FILES_PATH, publicUrl).href;
  }

  upload({ mediaId, byteSize, endsAt }: AwaitedBytes): string {
    return this.#signed('put', mediaId, byteSize, endsAt.getTime());
  }

  /** One that ends is the same for a minute, so that browsers keep what it led to. */
  read(mediaId: string, rendition: string, isPublic: boolean): string {
    return this.#signed('get', mediaId, rendition, isPublic ? '' : Math.ceil((Date.now() + PRIVATE_MS) / 60_000) * 60_000);
  }

  /** What a path allows; null for one that was not signed, or was changed. */
  opened(pathname: string): Link | null {
    const text = verifiedText(this.#secret, 'media', pathname.slice(FILES_PATH.length), MAC_LENGTH);
    const [verb, mediaId = '', detail = '', end] = text?.split('/') ?? [];
    const endsAt = end ? Number(end) : null;
    if (verb === 'put') return { verb, mediaId, byteSize: Number(detail), endsAt };
    return verb === 'get' ? { verb, mediaId, rendition: detail, endsAt } : null;
  }

  #signed(...parts: readonly (string | number)[]): string {
    return this.#base + signText(this.#secret, 'media', parts.join('/'), MAC_LENGTH);
  }
}
