import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const LOCAL = path.resolve(import.meta.dirname, '../..');

/** A clone with the real launcher and one package, of its own, so that its install needs no network. */
export interface TinyClone {
  readonly dir: string;
  readonly launcher: string;
  file(...segments: string[]): string;
  write(text: string, ...segments: string[]): void;
  delete(): void;
}

/** `npm start` prints "Started on Node …" and waits for a signal, which it names. */
export function tinyClone(): TinyClone {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'agora-clone-'));
  const file = (...segments: string[]) => path.join(dir, ...segments);
  const write = (text: string, ...segments: string[]) => {
    mkdirSync(path.dirname(file(...segments)), { recursive: true });
    writeFileSync(file(...segments), text);
  };
  cpSync(path.join(LOCAL, 'launch.mjs'), file('local', 'launch.mjs'));
  cpSync(path.join(LOCAL, 'launch'), file('local', 'launch'), { recursive: true });
  write(PROGRAM, 'local', 'src', 'main.ts');
  write(JSON.stringify({ name: 'agora', version: '1.0.0', dependencies: { thing: 'file:thing' } }), 'package.json');
  write(JSON.stringify({ name: 'thing', version: '1.0.0' }), 'thing', 'package.json');
  write(lockFile('1.0.0'), 'package-lock.json');
  return {
    dir,
    launcher: file('local', 'launch.mjs'),
    file,
    write,
    delete: () => rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** The lock file of a tiny clone whose package has this version. */
export function lockFile(version: string): string {
  return JSON.stringify({
    name: 'agora',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'agora', version: '1.0.0', dependencies: { thing: 'file:thing' } },
      'node_modules/thing': { resolved: 'thing', link: true },
      thing: { version },
    },
  });
}

const PROGRAM = `
const version: string = process.versions.node;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { console.log('Got ' + signal + '.'); process.exit(7); });
console.log('Started on Node ' + version + ', arguments ' + JSON.stringify(process.argv.slice(2)) + '.');
const launcher = process.ppid;
setInterval(() => process.ppid !== launcher && setTimeout(() => process.exit(), 2000), 100);
`;
