import { spawn } from 'node:child_process';
import path from 'node:path';
import { parentOf } from './processes.mjs';

const ORPHAN_POLL_MS = 500;
/** kafkajs plans timers in the past now and then, which Node warns of and does at once. */
const KAFKA_CLIENT_NOISE = '--disable-warning=TimeoutNegativeWarning';

/**
 * Runs the program and ends as it ends. Signals are passed on; a terminal's Ctrl-C may reach the program twice, which
 * takes it as once.
 */
export function run(root, node, { node: args }) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: environment(root, node, args) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWhenOrphaned(child);
  child.once('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (signal) endBySignal(signal);
    else process.exit(code ?? 1);
  });
}

function environment(root, node, args) {
  return {
    ...process.env,
    PATH: path.dirname(node) + path.delimiter + (process.env.PATH ?? ''),
    APOLLO_TELEMETRY_DISABLED: '1',
    AGORA_SUPERVISED: '1',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${KAFKA_CLIENT_NOISE}`.trim(),
    // What was compiled before is not seen well by the coverage of V8.
    ...(!args.includes('--coverage') && {
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules', '.cache', 'compiled'),
    }),
  };
}

/** `kill` of npm ends npm, or npm and its shell, but not us: we must notice. */
function stopWhenOrphaned(child) {
  if (!process.env.npm_execpath) return;
  const parents = parentsNow();
  setInterval(() => {
    if ((parentsNow() ?? parents) !== parents) child.kill('SIGTERM');
  }, ORPHAN_POLL_MS).unref();
}

/** The shell that npm runs a script in and, where the system tells, npm; null when it cannot tell now. */
function parentsNow() {
  try {
    return `${process.ppid} ${process.platform === 'linux' ? parentOf(process.ppid) : ''}`;
  } catch {
    return null;
  }
}

function endBySignal(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
