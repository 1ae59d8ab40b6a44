import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isOutOfFiles } from './processes.mjs';

/**
 * Takes the lock that `file` is, or tells who holds it. It is held as long as one of its processes runs, so it needs no
 * care after a kill -9. `about` is told to whoever finds it taken, and may be told anew with `holdBy`; `mode` says who may
 * read it.
 */
export async function takeLock(file, about = {}, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true });
  const write = (pids, place, told) => {
    const draft = `${file}.${process.pid}`;
    const holders = pids.map((pid) => ({ pid, identity: identityOf(pid) }));
    writeFileSync(draft, JSON.stringify({ holders, ...told }), { mode });
    try {
      place(draft);
    } finally {
      rmSync(draft, { force: true });
    }
  };

  const takenBy = await claim(file, (place) => write([process.pid], place, about));
  if (takenBy) return { takenBy };
  return {
    takenBy: null,
    holdBy: (pids, told = about) => write([process.pid, ...pids], (draft) => renameSync(draft, file), told),
    release: () => rmSync(file, { force: true }),
  };
}

/** Who holds the lock now; null when nobody does. Throws when that cannot be told. */
export function holderOf(file) {
  try {
    const { holders, ...about } = JSON.parse(readFileSync(file, 'utf8'));
    const alive = holders.find(({ pid, identity }) => identity !== null && identityOf(pid) === identity);
    return alive ? { pid: alive.pid, about } : null;
  } catch (error) {
    if (isOutOfFiles(error)) throw error;
    return null;
  }
}

async function claim(file, write) {
  try {
    write((draft) => linkSync(draft, file));
    return null;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = holderOf(file);
  if (holder) return holder;
  return takeOver(file, write);
}

/** Two that find the same dead lock both write theirs; the last one has it, and both see that a moment later. */
async function takeOver(file, write) {
  write((draft) => renameSync(draft, file));
  await sleep(50);
  const holder = holderOf(file);
  return holder?.pid === process.pid ? null : holder;
}
