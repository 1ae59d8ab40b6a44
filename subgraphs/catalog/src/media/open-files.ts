import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Files } from '@agora/platform/graph/http';
import type { Stoppable } from '@agora/platform/service/every';
import type { Loop } from '@agora/platform/service/loop';
import type { MediaConfig } from '../config.ts';
import { Links } from './files/links.ts';
import type { Draw } from './files/renditions.ts';
import { serveFiles } from './files/serve-files.ts';
import { startProcessing } from './processing.ts';
import type { MediaStore } from './storage/media-store.ts';
import { openStore } from './storage/open-store.ts';

/** Where uploaded files are kept, and how they are reached. */
export interface MediaFiles {
  readonly store: MediaStore;
  readonly links: Links;
  readonly served: Files;
  /** Begins to look at uploads. */
  readonly startProcessing: () => Stoppable;
  /** An upload is there, or bytes are to be removed. */
  readonly wake: () => void;
}

export async function openFiles(database: Database, config: MediaConfig, secret: string, draw: Draw, log: Logger): Promise<MediaFiles> {
  const links = new Links(secret, config.publicUrl);
  const store = await openStore(config, links);
  let processing: Loop | undefined;
  return {
    store,
    links,
    served: serveFiles({ database, store, links, draw }),
    startProcessing: () => (processing = startProcessing(database, store, log)),
    wake: () => processing?.wake(),
  };
}
