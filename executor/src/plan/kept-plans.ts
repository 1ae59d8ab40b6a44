import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { QueryPlannerConfig } from '@apollo/query-planner';
import type { PlannedOperation } from './planned.ts';
import type { PlannerBeginning, PlanRequest } from './thread-messages.ts';

export interface KeptPlansOptions {
  /** Code is made of what is in it: whoever may write there can run code here. Made where it is missing. */
  readonly folder: string;
  readonly supergraphSdl: string;
  readonly config?: QueryPlannerConfig;
  /** Is told of what could not be read or written; the plan is made anew then. */
  readonly onProblem: (reason: unknown) => void;
}

const EXECUTOR = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of plans that no gateway has opened for so long is deleted. */
const UNUSED_MS = 30 * 86_400_000;

/** A plan of a screen takes some 20 kB. */
const MAX_PLANS = 2_000;
const MAX_PLAN_BYTES = 256 * 1024;

/** Every file begins with the SHA-256 of the rest: what a crash or a full disk has cut is not taken. */
const DIGEST_BYTES = 32;

const BEGINNING = 'beginning';

/**
 * Plans of one supergraph on disk, and what a thread that plans says of it when it has begun: a gateway that starts again begins no such thread
 * until somebody asks for what was never planned. Another supergraph, another version of the executor or of its planner, and other settings
 * of it have plans of their own. Gateways may share a folder.
 */
export class KeptPlans {
  readonly #folder: string;
  readonly #onProblem: (reason: unknown) => void;
  #room: number;

  /** Rejects where there can be no such folder. */
  static async open({ folder, supergraphSdl, config = {}, onProblem }: KeptPlansOptions): Promise<KeptPlans> {
    const own = path.join(folder, await keyOf(supergraphSdl, config));
    await mkdir(own, { recursive: true, mode: 0o700 });
    await touch(own);
    await deleteUnused(folder);
    return new KeptPlans(own, MAX_PLANS - (await leaveRecent(own)), onProblem);
  }

  private constructor(folder: string, room: number, onProblem: (reason: unknown) => void) {
    this.#folder = folder;
    this.#room = room;
    this.#onProblem = onProblem;
  }

  async beginning(): Promise<PlannerBeginning | null> {
    return this.#read<PlannerBeginning>(BEGINNING);
  }

  async keepBeginning(beginning: PlannerBeginning): Promise<void> {
    await this.#write(BEGINNING, serialize(beginning));
  }

  async find(request: PlanRequest): Promise<PlannedOperation | null> {
    return this.#read<PlannedOperation>(nameOf(request));
  }

  /** Keeps it, unless it is very large or there are very many. */
  async keep(request: PlanRequest, planned: PlannedOperation): Promise<void> {
    if (this.#room <= 0) return;
    const bytes = serialize(planned);
    if (bytes.length > MAX_PLAN_BYTES) return;
    this.#room--;
    await this.#write(nameOf(request), bytes);
  }

  /** It was written by this same text of the executor, and is as it was written: see `keyOf` and `DIGEST_BYTES`. */
  async #read<Kept>(name: string): Promise<Kept | null> {
    const file = path.join(this.#folder, name);
    try {
      const bytes = await readFile(file);
      if (!digestOf(bytes.subarray(DIGEST_BYTES)).equals(bytes.subarray(0, DIGEST_BYTES))) throw new Error(`${file} is damaged.`);
      await touch(file);
      return deserialize(bytes.subarray(DIGEST_BYTES)) as Kept;
    } catch (error) {
      if (!isMissing(error)) this.#onProblem(error);
      return null;
    }
  }

  async #write(name: string, bytes: Buffer): Promise<void> {
    const file = path.join(this.#folder, name);
    const draft = `${file}.${randomUUID()}`; // each gateway may be process 1 of its container
    try {
      await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]), { mode: 0o600 });
      await rename(draft, file);
    } catch (error) {
      this.#onProblem(error);
    }
  }
}

/** The executor's own text is in it, because it decides what a plan says. */
async function keyOf(supergraphSdl: string, config: QueryPlannerConfig): Promise<string> {
  const hash = createHash('sha256').update(process.versions.v8).update(JSON.stringify(config)).update(supergraphSdl);
  hash.update(await readFile(path.join(EXECUTOR, 'package.json')));
  const sources = await readdir(path.join(EXECUTOR, 'src'), { recursive: true, withFileTypes: true });
  const files = sources.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  for (const file of files.toSorted()) hash.update(await readFile(file));
  return hash.digest('hex');
}

function nameOf({ text, overridden }: PlanRequest): string {
  return createHash('sha256').update(`${overridden.join()}\n${text}`).digest('hex');
}

async function deleteUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const one = path.join(folder, name);
    if (Date.now() - (await changedAt(one)) > UNUSED_MS) await rm(one, { recursive: true, force: true });
  }
}

/** Deletes what was asked for longest ago where there is too much; says how much is left. */
async function leaveRecent(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name !== BEGINNING);
  if (names.length < MAX_PLANS) return names.length;
  const files = await Promise.all(names.map(async (name) => ({ name, at: await changedAt(path.join(folder, name)) })));
  const recent = MAX_PLANS / 2;
  const old = files.toSorted((one, other) => other.at - one.at).slice(recent);
  await Promise.all(old.map(({ name }) => rm(path.join(folder, name), { force: true })));
  return recent;
}

/** Another gateway may delete it meanwhile; it is as good as new then. */
async function changedAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return Date.now();
    throw error;
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function isMissing(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT';
}
