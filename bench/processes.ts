import { readdir, readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/**
 * CPU seconds that a process has used; null where the system does not say (only Linux does). Its threads are counted to the
 * nanosecond where the scheduler tells, else the process in hundredths of a second.
 */
export async function cpuSeconds(pid: number): Promise<number | null> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const texts = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '')));
  const nanoseconds = texts.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0);
  return nanoseconds > 0 ? nanoseconds / 1e9 : cpuSecondsInTicks(pid);
}

/** CPU seconds of those children of a process that have ended, in hundredths; null where the system does not say. */
export async function reapedCpuSeconds(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields && (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

async function cpuSecondsInTicks(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** What `/proc/<pid>/stat` says from the state of the process on. */
async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Microseconds for each of so many requests, between two readings of `cpuSeconds`. */
export function microsEach(before: number | null, after: number | null, requests: number): number | null {
  return before === null || after === null ? null : Math.round(((after - before) * 1e6) / requests);
}

/** Resident memory of a process in MB; null where the system does not say. */
export async function residentMB(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kB = /^VmRSS:\s+(\d+) kB/m.exec(status ?? '')?.[1];
  return kB === undefined ? null : Math.round(Number(kB) / 1024);
}
