import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one that was given the same number; null where none runs. A zombie does not run: it has
 * ended, though a signal still reaches it. Throws when it cannot be told, as when this process has no file descriptor left.
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return identityOnLinux(pid);
  if (process.platform === 'win32') return isReachable(pid) ? String(pid) : null;
  const { stdout, error } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) throw error;
  const line = stdout.trim();
  return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
}

/** The parent of a process, on Linux; null when the process is gone. Throws when it cannot be told. */
export function parentOf(pid) {
  const stat = statOf(pid);
  return stat && Number(stat.parent);
}

/** Whether a call failed because this process, or the system, has no file descriptor left: that says nothing of what was asked for. */
export function isOutOfFiles(error) {
  return error?.code === 'EMFILE' || error?.code === 'ENFILE';
}

function identityOnLinux(pid) {
  const stat = statOf(pid);
  if (!stat || stat.state === 'Z' || stat.state === 'X') return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${stat.startTime}`;
}

function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0], parent: fields[1], startTime: fields[19] };
  } catch (error) {
    if (isOutOfFiles(error)) throw error;
    return null;
  }
}

function isReachable(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
