import { readFile, writeFile } from 'node:fs/promises';
import { eventually } from '@agora/platform/testing/eventually';
import type { House } from '../house.ts';

const MEGABYTE = 1024 * 1024;
/** What may be left: caches that have filled, and garbage that nothing hurries to collect. */
const ALLOWANCE_BYTES = 64 * MEGABYTE;
const COMES_BACK_WITHIN_MS = 120_000;

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

/** Bytes that the gateway's process uses: unlike resident memory, none that its allocator keeps for later. */
export async function usedBytes(house: House): Promise<number> {
  return (await metric(house, 'nodejs_heap_size_used_bytes')) + (await metric(house, 'nodejs_external_memory_bytes'));
}

/** Calls `work`, and waits until the gateway uses no more memory than before but for an allowance. */
export async function memoryComesBack(house: House, work: () => Promise<unknown>): Promise<void> {
  const before = await usedBytes(house);
  let peak = before;
  let peakResident = 0;
  const look = async () => {
    peak = Math.max(peak, await usedBytes(house).catch(() => 0));
    peakResident = Math.max(peakResident, await residentBytes(house));
  };
  const looking = setInterval(() => void look().catch(() => {}), 250);
  await work().finally(() => clearInterval(looking));
  const ended = performance.now();
  let after = NaN;
  try {
    await eventually(async () => (after = await usedBytes(house)) < before + ALLOWANCE_BYTES, COMES_BACK_WITHIN_MS);
  } finally {
    const seconds = Math.round((performance.now() - ended) / 1000);
    const figures = [before, peak, after, peakResident].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
    process.stdout.write(
      `  memory used: ${figures[0]} before, ${figures[1]} at most, ${figures[2]} ${seconds} s after (resident ${figures[3]} at most)\n`,
    );
  }
}

async function metric(house: House, name: string): Promise<number> {
  const text = await (await fetch(`${house.url}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`There is no metric ${name}.`);
  return Number(value);
}
