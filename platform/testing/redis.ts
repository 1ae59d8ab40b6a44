import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.ts';
import { guardAgainstKill } from './guard-against-kill.ts';
import { freePort } from '../src/free-port.ts';

/** A real Redis of one test, which keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  /** Ends it at once and without notice. */
  kill(): Promise<void>;
  /** Starts it again where it was; it has forgotten everything. */
  revive(): Promise<void>;
  /** It takes connections and answers nothing, until this is called with false. */
  hang(hanging?: boolean): void;
  stop(): Promise<void>;
}

/** Starts one in a temporary folder; it ends with this process, however that ends. */
export async function startRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'agora-redis-'));
  const port = await freePort();
  let redis = await serve(dir, port);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(redis),
    async revive() {
      redis = await serve(dir, port);
    },
    hang: (hanging = true) => void redis.server.kill(hanging ? 'SIGSTOP' : 'SIGCONT'),
    async stop() {
      await end(redis);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly server: ChildProcess;
  readonly guard: ChildProcess;
}

async function serve(dir: string, port: number): Promise<Running> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const guard = guardAgainstKill(server.pid ?? 0);
  await eventually(() => answersAt(port));
  return { server, guard };
}

function answersAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const done = (answers: boolean) => {
      resolve(answers);
      socket.destroy();
    };
    socket.once('data', () => done(true)).once('error', () => done(false));
  });
}

async function end({ server, guard }: Running): Promise<void> {
  guard.kill('SIGKILL');
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}
