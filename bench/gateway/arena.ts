import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { freePort } from '@agora/platform/free-port';
import * as z from 'zod';
import type { Contestant } from './contestants.ts';
import type { Data } from './data.ts';
import type { Exchange } from './load.ts';
import { Child } from './process.ts';
import { bodyOf, type QueryName, type Traffic } from './queries.ts';
import { supergraphOf } from './supergraph.ts';

const READY_MS = 60_000;
const HERE = import.meta.dirname;
const Answer = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.unknown()).optional() });

export interface Running {
  readonly contestant: Contestant;
  readonly child: Child;
  readonly url: string;
}

/** The subgraphs, the supergraph of them, and the gateways that were started on it. `stop` ends them all. */
export class Arena {
  readonly #dir: string;
  readonly #subgraphs: Child;
  readonly #origin: string;
  readonly #supergraphFile: string;
  readonly #children: Child[] = [];

  private constructor(dir: string, subgraphs: Child, origin: string, supergraphFile: string) {
    this.#dir = dir;
    this.#subgraphs = subgraphs;
    this.#origin = origin;
    this.#supergraphFile = supergraphFile;
  }

  static async open(data: Data): Promise<Arena> {
    const dir = await mkdtemp(path.join(tmpdir(), 'agora-bench-gateway-'));
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
    const subgraphs = new Child({ file: process.execPath, args: [path.join(HERE, 'subgraphs.ts'), data] });
    const origin = `http://127.0.0.1:${Number(await subgraphs.next())}`;
    const supergraphFile = path.join(dir, 'supergraph.graphql');
    await writeFile(supergraphFile, supergraphOf(origin));
    return new Arena(dir, subgraphs, origin, supergraphFile);
  }

  /** Throws with what the gateway printed when it does not answer in time. */
  async start(contestant: Contestant): Promise<Running> {
    const port = await freePort();
    const setting = { supergraphFile: this.#supergraphFile, origin: this.#origin, port, dir: this.#dir };
    const child = new Child(await contestant.command(setting));
    this.#children.push(child);
    const running = { contestant, child, url: `http://127.0.0.1:${port}/graphql` };
    await ready(running);
    return running;
  }

  async end({ child }: Running): Promise<void> {
    await child.stop();
  }

  /** How many calls the subgraphs have got so far. */
  async calls(): Promise<number> {
    return Number(await this.#subgraphs.ask('calls'));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#children, this.#subgraphs].map((child) => child.stop()));
    await rm(this.#dir, { recursive: true, force: true });
  }
}

/** The requests of all connections; fails when `running` answers one of them otherwise than `truth` does. */
export async function exchangesOf(
  running: Running,
  truth: Running,
  query: QueryName,
  traffic: Traffic,
  connections: number,
): Promise<Exchange[]> {
  const bodies = Array.from({ length: traffic === 'varied' ? connections : 1 }, (_, connection) => bodyOf(query, traffic, connection));
  return Promise.all(
    bodies.map(async (body) => {
      const [own, right] = await Promise.all([post(running.url, body), post(truth.url, body)]);
      if (!isDeepStrictEqual(dataOf(own), dataOf(right))) throw new Error(`answers ${query} wrongly: ${own.slice(0, 500)}`);
      return { body, bytes: Buffer.byteLength(own) };
    }),
  );
}

export async function post(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
}

function dataOf(text: string): unknown {
  const { data, errors } = Answer.parse(JSON.parse(text));
  if (errors || !data) throw new Error(`answers with errors: ${text.slice(0, 500)}`);
  return data;
}

/** The floor knows no answers before it is given some: any HTTP answer of it will do. */
async function ready({ child, url, contestant }: Running): Promise<void> {
  const body = bodyOf('small', 'identical', 0);
  const end = performance.now() + READY_MS;
  let last = '';
  while (performance.now() < end && !child.ended) {
    last = await post(url, body).catch(String);
    if (last.includes('"data"') || (contestant.gateway === 'floor' && last.startsWith('{'))) return;
    await pause(100);
  }
  throw new Error(`did not get ready: ${child.output || last}`.slice(0, 1_500));
}
