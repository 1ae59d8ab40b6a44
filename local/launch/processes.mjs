import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one that was given the same number; null where none runs. A zombie does not run: it has
 * ended, though a signal still reaches it.
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return identityOnLinux(pid);
  if (process.platform === 'win32') return isReachable(pid) ? String(pid) : null;
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const line = stdout?.trim() ?? '';
  return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
}

/** The parent of a process, on Linux; null when the process is gone. */
export function parentOf(pid) {
  try {
    return Number(statOf(pid).parent);
  } catch {
    return null;
  }
}

function identityOnLinux(pid) {
  try {
    const { state, startTime } = statOf(pid);
    return state === 'Z' || state === 'X' ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startTime}`;
  } catch {
    return null;
  }
}

function statOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return { state: fields[0], parent: fields[1], startTime: fields[19] };
}

function isReachable(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
