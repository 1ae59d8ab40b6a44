import { readFile, writeFile } from 'node:fs/promises';
import { eventually } from '@agora/platform/testing/eventually';
import type { Agora } from '../agora.ts';

const MEGABYTE = 1024 * 1024;
/** What may be left: caches that have filled, and garbage that nothing hurries to collect. */
const ALLOWANCE_BYTES = 64 * MEGABYTE;
const COMES_BACK_WITHIN_MS = 120_000;

/** Bytes of memory that a service's process holds now. */
export async function residentBytes(agora: Agora, service = 'gateway'): Promise<number> {
  return memoryOf(await agora.pidOf(service), 'VmRSS');
}

/** How many bytes of memory more than before a service's process held at the most. */
export async function growthDuring(agora: Agora, work: () => Promise<unknown>, service = 'gateway'): Promise<number> {
  const pid = await agora.pidOf(service);
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
export async function usedBytes(agora: Agora): Promise<number> {
  return (await metric(agora, 'nodejs_heap_size_used_bytes')) + (await metric(agora, 'nodejs_external_memory_bytes'));
}

/** Calls `work`, and waits until the gateway uses no more memory than before but for an allowance. */
export async function memoryComesBack(agora: Agora, work: () => Promise<unknown>): Promise<void> {
  const before = await usedBytes(agora);
  let peak = before;
  let peakResident = 0;
  const look = async () => {
    peak = Math.max(peak, await usedBytes(agora).catch(() => 0));
    peakResident = Math.max(peakResident, await residentBytes(agora));
  };
  const looking = setInterval(() => void look().catch(() => {}), 250);
  await work().finally(() => clearInterval(looking));
  const ended = performance.now();
  let after = NaN;
  try {
    await eventually(async () => (after = await usedBytes(agora)) < before + ALLOWANCE_BYTES, COMES_BACK_WITHIN_MS);
  } finally {
    const seconds = Math.round((performance.now() - ended) / 1000);
    const figures = [before, peak, after, peakResident].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
    process.stdout.write(
      `  memory used: ${figures[0]} before, ${figures[1]} at most, ${figures[2]} ${seconds} s after (resident ${figures[3]} at most)\n`,
    );
  }
}

async function metric(agora: Agora, name: string): Promise<number> {
  const text = await (await fetch(`${agora.url}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`There is no metric ${name}.`);
  return Number(value);
}
