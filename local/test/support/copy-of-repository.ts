import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDERS = ['schema', 'platform', 'executor', 'gateway', 'subgraphs', 'local'];
/** What programs and checks read at the top. */
const FILES = /^(?!\.git\/).+\.(json|js|yaml|yml)$|^\.(prettier|git)ignore$/;

/** The programs of this clone, and what else is named, in another folder, for tests that change them; the packages of others are this clone's. */
export function copyOfRepository(...more: readonly string[]): {
  readonly dir: string;
  file(...segments: string[]): string;
  delete(): void;
} {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'agora-copy-'));
  for (const part of [...FOLDERS, ...readdirSync(ROOT).filter((name) => FILES.test(name)), ...more])
    cpSync(path.join(ROOT, part), path.join(dir, part), { recursive: true });
  link(path.join(ROOT, 'node_modules'), path.join(dir, 'node_modules'));
  return {
    dir,
    file: (...segments) => path.join(dir, ...segments),
    delete: () => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** Our own packages are links into their clone, so that here they lead into the copy. */
function link(from: string, to: string): void {
  mkdirSync(path.join(to, '@agora'), { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@agora') symlinkSync(path.join(from, name), path.join(to, name));
  for (const name of readdirSync(path.join(from, '@agora'))) {
    symlinkSync(readlinkSync(path.join(from, '@agora', name)), path.join(to, '@agora', name));
  }
}
