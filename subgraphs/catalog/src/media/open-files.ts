import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Files } from '@agora/platform/graph/http';
import type { Stoppable } from '@agora/platform/service/every';
import type { Loop } from '@agora/platform/service/loop';
import type { MediaConfig } from '../config.ts';
import { Links } from './files/links.ts';
import type { KeptFile } from './files/kept-file.ts';
import type { Draw } from './files/renditions.ts';
import { serveFiles } from './files/serve-files.ts';
import { startProcessing } from './processing.ts';
import type { MediaStore } from './storage/media-store.ts';
import { openStore } from './storage/open-store.ts';
import { Ffmpeg } from './videos/ffmpeg.ts';

/** Where uploaded files are kept, and how they are reached. */
export interface MediaFiles {
  readonly store: MediaStore;
  readonly links: Links;
  readonly served: Files;
  /** How many bytes an account may have. */
  readonly maxBytesPerOwner: number;
  /** Begins to look at uploads. */
  readonly startProcessing: () => Stoppable;
  /** An upload is there, or bytes are to be removed. */
  readonly wake: () => void;
}

export interface OpenFilesOptions {
  readonly database: Database;
  readonly config: MediaConfig;
  readonly secret: string;
  readonly draw: Draw;
  /** Finds what a link leads to and nobody uploaded. */
  readonly kept: (store: MediaStore, id: string) => Promise<KeptFile | null>;
  readonly log: Logger;
}

export async function openFiles({ database, config, secret, draw, kept, log }: OpenFilesOptions): Promise<MediaFiles> {
  const links = new Links(secret, config.publicUrl);
  const store = await openStore(config, links);
  let processing: Loop | undefined;
  return {
    store,
    links,
    maxBytesPerOwner: config.maxBytesPerOwner,
    served: serveFiles({ database, store, links, draw, kept: (id) => kept(store, id), stallMs: config.stallMs }),
    startProcessing: () => (processing = startProcessing({ database, store, ffmpeg: new Ffmpeg(config.ffmpegFolder), log })),
    wake: () => processing?.wake(),
  };
}
