import { readFile } from 'node:fs/promises';
import type { House } from '../house.ts';

/** Bytes of memory that a service's process holds now. */
export async function residentBytes(house: House, service = 'gateway'): Promise<number> {
  const status = await readFile(`/proc/${await house.pidOf(service)}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('The process has no VmRSS.');
  return Number(kilobytes) * 1024;
}
