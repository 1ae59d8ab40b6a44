import { spawn } from 'node:child_process';

/** npm may go on to the end of its work after a signal; what it leaves when killed is not taken for an install. */
const TIMEOUT_MS = 700;
const FLAGS = ['--loglevel=error', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=5000'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs npm to its end, in a process group of its own: a terminal's Ctrl-C reaches the launcher alone, which then ends npm
 * and all that npm started.
 */
export async function runNpm(args, { cwd, onStart = () => {} }) {
  const npm = spawnNpm(args, cwd);
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    killGroup(npm, 'SIGTERM');
    setTimeout(() => killGroup(npm, 'SIGKILL'), TIMEOUT_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  if (npm.pid !== undefined) onStart(npm.pid);
  const { code, stdout, stderr } = await endOf(npm);
  for (const signal of SIGNALS) process.off(signal, interrupt);
  return { ok: code === 0 && !interrupted, interrupted, stdout, output: stderr + stdout };
}

/** Why npm could not do its work and what to do, where its output tells. */
export function reasonOf(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (request|timeout)/i.test(
      output,
    )
  ) {
    return 'the package registry cannot be reached. Check the network';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return "a folder cannot be written. Check who owns this clone and npm's cache";
  if (/ENOSPC/.test(output)) return 'the disk is full. Make room';
  return null;
}

function spawnNpm(args, cwd) {
  const cli = process.env.npm_execpath;
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const windows = process.platform === 'win32';
  return spawn(command, [...before, ...FLAGS, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
    shell: windows && command === 'npm',
  });
}

function endOf(npm) {
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    npm[name].setEncoding('utf8').on('data', (text) => (told[name] = (told[name] + text).slice(-20_000)));
  return new Promise((resolve) => {
    npm.once('error', (error) => resolve({ ...told, code: 127, stderr: error.message }));
    npm.once('close', (code) => resolve({ ...told, code: code ?? 1 }));
  });
}

function killGroup(npm, signal) {
  if (npm.pid === undefined) return;
  try {
    if (process.platform === 'win32') npm.kill(signal);
    else process.kill(-npm.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
