import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Tells of each file below a folder that is made, written or removed. Every folder is watched by itself: Node's own recursive
 * watching loses sight of a file that is replaced on Linux, and so many editors save.
 */
export function watchFolder(folder: string, signal: AbortSignal, changed: (file: string) => void): void {
  const watchers = new Map<string, FSWatcher>();

  const follow = (followed: string): void => {
    watchers.get(followed)?.close();
    const watcher = watch(followed, { signal }, (event, name) => {
      if (name === null) return;
      const entry = path.join(followed, name);
      if (!isFolder(entry)) changed(entry);
      else if (event === 'rename') takeUp(entry);
    });
    watchers.set(followed, watcher);
    for (const { name } of readdirSync(followed, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      if (name !== 'node_modules') follow(path.join(followed, name));
    }
  };

  /** What was in a folder before it was watched is new as well. */
  const takeUp = (made: string): void => {
    follow(made);
    const entries = readdirSync(made, { withFileTypes: true, recursive: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) changed(path.join(parentPath, name));
  };

  follow(folder);
}

function isFolder(entry: string): boolean {
  return statSync(entry, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
