import { execFileSync } from 'node:child_process';

/** Whom PostgreSQL's processes run as; empty where they run as we do. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

let known: RunAs | undefined;

/** PostgreSQL refuses to run as root; then it runs as `nobody`, whom every system has. */
export function runAs(): RunAs {
  return (known ??= process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {});
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}
