import { type ChildProcess, spawn } from 'node:child_process';

/** A shell that waits for the end of its input, which is our end: it stops what a killed run of the tests leaves. */
export function guardAgainstKill(pid: number): ChildProcess {
  const script = 'trap "" INT TERM HUP; read -r _; kill -KILL "$0"';
  const guard = spawn('sh', ['-c', script, String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => {});
  guard.unref();
  return guard;
}
