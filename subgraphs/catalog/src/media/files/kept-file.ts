import type { Readable } from 'node:stream';
import type { ByteRange } from '../storage/media-store.ts';

/** Something that a link leads to and that nobody uploaded. */
export interface KeptFile {
  readonly id: string;
  readonly contentType: string;
  /** Under which it is saved. */
  readonly filename: string;
  /** In bytes; null for what is made while it is read, and of which no part can be asked for. */
  readonly size: number | null;
  read(range?: ByteRange): Promise<Readable>;
}

/** Finds one by the id in its link. */
export type FindKept = (id: string) => Promise<KeptFile | null>;
