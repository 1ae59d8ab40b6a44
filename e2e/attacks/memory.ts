import { readFile, writeFile } from 'node:fs/promises';
import type { House } from '../house.ts';

/** Bytes of memory that a service's process holds now. */
export async function residentBytes(house: House, service = 'gateway'): Promise<number> {
  return memoryOf(await house.pidOf(service), 'VmRSS');
}

/** How many bytes of memory more than before a service's process held at the most. */
export async function growthDuring(house: House, work: () => Promise<unknown>, service = 'gateway'): Promise<number> {
  const pid = await house.pidOf(service);
  await writeFile(`/proc/${pid}/clear_refs`, '5'); // the peak is now
  const before = await memoryOf(pid, 'VmHWM');
  await work();
  return (await memoryOf(pid, 'VmHWM')) - before;
}

async function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`The process has no ${what}.`);
  return Number(kilobytes) * 1024;
}
