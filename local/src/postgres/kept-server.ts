import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/service/every';
import { identityOf } from '../../launch/processes.mjs';
import type { Cluster } from './cluster.ts';
import { codeOf } from './failure.ts';
import { launchServer, type Server, type ServerOptions } from './server.ts';
import { until } from './until.ts';

const LOOK_EVERY_MS = 1_000;
const STOP_TIMEOUT_MS = 8_000;

/**
 * A server that is started again, on the same port, when it ends before its time, and that ends with this process
 * unless this process is killed.
 */
export class KeptServer implements Stoppable {
  readonly #cluster: Cluster;
  readonly #options: ServerOptions;
  readonly #log: (line: string) => void;
  readonly #alarm = new AbortController();
  readonly #watch: Promise<void>;
  readonly #endWithUs = () => void this.#interrupt();
  #server: Server;
  #identity: string | null = null;
  #stopped: Promise<void> | undefined;

  constructor(cluster: Cluster, server: Server, options: ServerOptions, log: (line: string) => void) {
    this.#cluster = cluster;
    this.#options = options;
    this.#log = log;
    this.#server = server;
    this.#hasEnded();
    process.once('exit', this.#endWithUs);
    this.#watch = this.#keep();
  }

  get pid(): number {
    return this.#server.pid;
  }

  get port(): number {
    return this.#server.port;
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #keep(): Promise<void> {
    while (!this.#stopped) {
      await sleep(LOOK_EVERY_MS, undefined, { ref: false, signal: this.#alarm.signal }).catch(() => {});
      if (!this.#stopped && this.#hasEnded()) await this.#startAgain();
    }
  }

  async #startAgain(): Promise<void> {
    const { pid, port } = this.#server;
    try {
      this.#server = await launchServer(this.#cluster, this.#options, port);
      this.#identity = null;
      this.#log(`PostgreSQL (process ${pid}) ended before its time. Started again as process ${this.#server.pid}.`);
    } catch (error) {
      this.#log(`PostgreSQL (process ${pid}) ended before its time, and again: ${messageOf(error)}`);
    }
  }

  /** In order, within moments; after 8 s at once, which its next start recovers from. */
  async #stop(): Promise<void> {
    this.#alarm.abort();
    await this.#watch;
    if (this.#interrupt() && !(await until(() => this.#hasEnded(), STOP_TIMEOUT_MS))) {
      this.#log(`PostgreSQL (process ${this.pid}) did not stop within ${STOP_TIMEOUT_MS / 1000} s; it is ended at once.`);
      process.kill(this.pid, 'SIGQUIT');
      await until(() => this.#hasEnded(), STOP_TIMEOUT_MS);
    }
    process.off('exit', this.#endWithUs);
  }

  #interrupt(): boolean {
    if (this.#hasEnded()) return false;
    try {
      return process.kill(this.pid, 'SIGINT');
    } catch (error) {
      if (codeOf(error) === 'ESRCH') return false;
      throw error;
    }
  }

  /** Where it cannot be told, as while this process has no file descriptor left, the server is taken to run. */
  #hasEnded(): boolean {
    try {
      const identity = identityOf(this.pid);
      this.#identity ??= identity;
      return identity === null || identity !== this.#identity;
    } catch {
      return false;
    }
  }
}
