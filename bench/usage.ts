import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findPostgres } from '@agora/local/postgres';
import type { Agora } from '@agora/e2e/agora';
import { cpuSeconds, reapedCpuSeconds } from './processes.ts';

/** CPU seconds of the one process of a marketplace, and of all processes of its PostgreSQL. */
export interface Usage {
  readonly ours: number;
  readonly postgres: number;
}

/** What a marketplace of one process uses while `work` runs. */
export async function usageDuring(agora: Agora, work: () => Promise<unknown>): Promise<Usage> {
  const before = await usageOf(agora);
  await work();
  const after = await usageOf(agora);
  return { ours: after.ours - before.ours, postgres: after.postgres - before.postgres };
}

/** The processes of a marketplace's PostgreSQL, the one that started all others first. */
export async function postgresProcesses(agora: Agora): Promise<number[]> {
  const postmaster = (await findPostgres(path.join(agora.data, 'postgres')))?.pid;
  if (postmaster === undefined) throw new Error('PostgreSQL does not run.');
  return processesOf(postmaster);
}

/** CPU seconds of all processes of a PostgreSQL, those that have ended included. */
export async function cpuOfPostgres(postmaster: number): Promise<number> {
  const [, ...others] = await processesOf(postmaster);
  const used = await Promise.all([cpuSeconds(postmaster), reapedCpuSeconds(postmaster), ...others.map(cpuSeconds)]);
  return used.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
}

async function processesOf(postmaster: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return [postmaster, ...pids.filter((_, index) => parents[index] === postmaster)];
}

async function usageOf(agora: Agora): Promise<Usage> {
  const [postmaster = 0] = await postgresProcesses(agora);
  return { ours: (await cpuSeconds(await agora.pidOf('gateway'))) ?? NaN, postgres: await cpuOfPostgres(postmaster) };
}

async function parentOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
  return parent === undefined ? null : Number(parent);
}
