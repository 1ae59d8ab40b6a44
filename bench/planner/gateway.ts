import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@agora/platform/free-port';
import * as z from 'zod';
import { Child } from '../gateway/process.ts';

const STANDALONE = path.resolve(import.meta.dirname, '../../gateway/src/standalone.ts');
const PROBE = path.resolve(import.meta.dirname, '../gateway/probe.ts');
const EventLoop = z.object({ max: z.number() });

/** A gateway in a process of its own. */
export interface MeasuredGateway {
  readonly child: Child;
  readonly readyMs: number;
  /** How long an answer takes, and what it says. */
  ask(query: string): Promise<readonly [ms: number, text: string]>;
  /** The longest block of its event loop since this was begun, in milliseconds. */
  watchEventLoop(): Promise<() => Promise<number>>;
}

export async function startGateway(supergraphFile: string): Promise<MeasuredGateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const program = ['--import', PROBE, '--disable-warning=ExperimentalWarning', STANDALONE];
  const child = new Child({ file: process.execPath, args: [...program, '--supergraph', supergraphFile, '--port', String(port), '--open'] });
  while (!(await isReady(url))) {
    if (child.ended) throw new Error(`The gateway ended: ${child.output}`);
    await pause(10);
  }
  return {
    child,
    readyMs: performance.now() - begun,
    async ask(query) {
      const sent = performance.now();
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const text = await response.text();
      return [performance.now() - sent, text];
    },
    async watchEventLoop() {
      await child.ask('watch the event loop');
      return async () => EventLoop.parse(await child.ask('event loop')).max;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
