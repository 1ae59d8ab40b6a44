import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from './lock.mjs';
import { reasonOf, runNpm } from './npm.mjs';
import { Sentence } from './sentence.mjs';

/**
 * Whether `node_modules` holds what the lock file names. npm writes its own record of what it installed as its last
 * step, so an install that was cut off, and one done by hand, are both told from it.
 */
export function isInstalled(root, { forUsers = false } = {}) {
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const present = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted)
    .filter(
      ([place, entry]) =>
        place.includes('node_modules/') && !entry.optional && !entry.peer && !(forUsers && (entry.dev || entry.devOptional)),
    )
    .every(([place, entry]) => isSame(entry, present[place]));
}

/** Installs what the lock file names. One install runs per clone: a second one waits for the first. */
export async function install(root, program) {
  refuseReadOnly(root);
  const lock = await waitForLock(path.join(root, '.cache', 'install.lock'));
  try {
    if (!isInstalled(root, program)) await npmCi(root, lock);
  } finally {
    lock.release();
  }
}

async function waitForLock(file) {
  for (let told = false; ; told = true) {
    const lock = await takeLock(file);
    if (!lock.takenBy) return lock;
    if (!told) console.error(`Process ${lock.takenBy.pid} is installing the packages of this clone; waiting for it.`);
    await sleep(300);
  }
}

async function npmCi(root, lock) {
  console.error('Installing the packages that package-lock.json names (once; about a minute).');
  const started = Date.now();
  const args = ['ci', '--no-audit', '--no-fund'];
  const progress = showProgress(root, started);
  const { ok, interrupted, output } = await runNpm(args, { cwd: root, onStart: (pid) => lock.holdBy([pid]) });
  progress.stop();

  if (interrupted) throw new Sentence('The install was interrupted; the same command finishes it.', 130);
  if (!ok) throw new Sentence(sentenceOf(output));
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function sentenceOf(output) {
  const reason = reasonOf(output);
  if (reason) return `The packages could not be installed: ${reason}, and run the same command again.`;
  return `${output.trim()}\nThe packages could not be installed; npm says why above. Run the same command again once that is mended.`;
}

function showProgress(root, started) {
  const total = countPackages(packagesIn(path.join(root, 'package-lock.json')) ?? {});
  const line = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    return `  ${seconds} s: ${Math.min(countInstalled(path.join(root, 'node_modules')), total)} of ${total} packages`;
  };
  const terminal = process.stderr.isTTY;
  const timer = setInterval(() => process.stderr.write(terminal ? `\r${line()}` : `${line()}\n`), terminal ? 500 : 5_000);
  return {
    stop() {
      clearInterval(timer);
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}

function countPackages(packages) {
  return Object.entries(packages).filter(
    ([place, { optional, link }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(place) && !optional && !link,
  ).length;
}

/** npm makes all folders first and fills them then. */
function countInstalled(folder) {
  return foldersIn(folder).reduce((count, name) => {
    const place = path.join(folder, name);
    if (name.startsWith('@')) return count + countInstalled(place);
    return count + (existsSync(path.join(place, 'package.json')) ? 1 : 0);
  }, 0);
}

function foldersIn(folder) {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function isSame(wanted, present) {
  if (!present) return false;
  return (
    wanted.version === present.version && wanted.integrity === present.integrity && (!wanted.link || wanted.resolved === present.resolved)
  );
}

function refuseReadOnly(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Sentence(`Packages must be installed, but ${root} cannot be written. Make it writable, or let its owner run "npm ci" first.`);
  }
}
