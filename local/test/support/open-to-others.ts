import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A folder, and everything in it, that anybody but its owner may use. */
export function openToOthers(entry: string): string[] {
  const stats = lstatSync(entry);
  const below = stats.isDirectory() ? readdirSync(entry).flatMap((name) => openToOthers(path.join(entry, name))) : [];
  return (stats.mode & 0o077) === 0 || stats.isSymbolicLink() ? below : [entry, ...below];
}
