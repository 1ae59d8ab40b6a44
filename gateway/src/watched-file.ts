import { readFile, stat } from 'node:fs/promises';
import { every, type Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';

const LOOK_EVERY_MS = 1_000;

/**
 * Calls `changed` with the text of a file whenever it has changed, and `failed` once for each time that it cannot be read. The file is
 * found by its name each time, so that one that is renamed over it, or a symbolic link with a new target, is a change too.
 */
export async function watchFile(
  file: string,
  log: Logger,
  { changed, failed }: { changed(text: string): void; failed(error: unknown): void },
): Promise<Stoppable> {
  let seen = await versionOf(file);
  return every(LOOK_EVERY_MS, log, async () => {
    const now = await versionOf(file);
    if (now === seen) return;
    seen = now;
    await readFile(file, 'utf8').then(changed, failed);
  });
}

async function versionOf(file: string): Promise<string> {
  return stat(file).then(
    ({ dev, ino, size, mtimeMs, ctimeMs }) => [dev, ino, size, mtimeMs, ctimeMs].join(),
    (error: NodeJS.ErrnoException) => error.code ?? 'unreadable',
  );
}
