import type { Readable } from 'node:stream';

/** The first and the last byte that are wanted. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface AwaitedBytes {
  readonly mediaId: string;
  readonly byteSize: number;
  readonly contentType: string;
  readonly endsAt: Date;
}

/** Where the bytes of files are kept, by keys like `media/med_…/whole`. */
export interface MediaStore {
  /** The URL that takes a PUT of exactly so many bytes. */
  uploadUrl(awaited: AwaitedBytes): Promise<string>;
  /** In bytes; null where nothing is kept under this key. */
  sizeOf(key: string): Promise<number | null>;
  read(key: string, range?: ByteRange): Promise<Readable>;
  write(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** Keeps what comes, all of it or nothing, however much that is. */
  receive(key: string, bytes: AsyncIterable<Buffer>, contentType: string): Promise<void>;
  /** Nothing happens where there is nothing to move. */
  move(from: string, to: string): Promise<void>;
  /** Removes what is kept under this key, and below it. */
  remove(key: string): Promise<void>;
  /** Removes what began to come before that and never came whole. */
  removeDrafts(before: Date): Promise<void>;
}

/** Where a client puts what nobody has looked at yet. */
export function incomingKey(mediaId: string): string {
  return `incoming/${mediaId}`;
}

/** The file as it is shown, or what was made of it. */
export function shownKey(mediaId: string, rendition = 'whole'): string {
  return `media/${mediaId}/${rendition}`;
}

/** The still of a video, kept in the size of the video. */
export const POSTER = 'poster';
export const POSTER_TYPE = 'image/jpeg';

/** The name of the picture of which sizes are made. */
export function sourceOf({ kind }: { readonly kind: string }): string {
  return kind === 'VIDEO' ? POSTER : 'whole';
}

/** Everything that was cut out of a picture round one point. */
export function cutKeys(mediaId: string, { x, y }: { readonly x: number; readonly y: number }): string {
  return `${shownKeys(mediaId)}/${x}-${y}`;
}

/** Everything that is shown of a file. */
export function shownKeys(mediaId: string): string {
  return `media/${mediaId}`;
}
