import { type Dispatcher, Pool } from 'undici';
import { Deadlines } from './deadlines.ts';
import { type Ended, type HttpAnswer, HttpExchange, type HttpQuestion, NobodyWaits } from './http-exchange.ts';
import { TooLarge } from './too-large.ts';

export interface ConnectionsOptions {
  /** For example `http://order:4000`. */
  readonly origin: string;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** How long a subgraph whose health answers may leave every question unanswered, where there are several. */
  readonly silenceMs: number;
}

const MAX_CONNECTIONS = 64;
/** One more than a probe needs, for its repetition when the first has just been lost. */
const PROBING_CONNECTIONS = 2;
/** One or two may just take long. */
const SEVERAL = 3;

/** The connections to one subgraph: those over which it is asked, and some of their own for asking whether it answers at all. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #deadlines: Deadlines;
  #pool: Pool;
  #prober: Pool;
  /** How many questions were asked since one was last answered, and when the first of them was. */
  #unanswered = 0;
  #silentSince = 0;
  // Made once and not for every exchange.
  readonly #asked: Ended = (exchange, failure) => {
    this.#deadlines.remove(exchange);
    if (failure === null || failure instanceof TooLarge) this.#unanswered = 0;
    else if (failure instanceof NobodyWaits && this.#unanswered > 0) this.#unanswered--;
  };
  readonly #probed: Ended = (exchange) => this.#deadlines.remove(exchange);

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#deadlines = new Deadlines(options.answerTimeoutMs);
    this.#pool = this.#openPool(MAX_CONNECTIONS);
    this.#prober = this.#openPool(PROBING_CONNECTIONS);
  }

  ask(question: HttpQuestion): Promise<HttpAnswer> {
    if (this.#unanswered++ === 0) this.#silentSince = performance.now();
    return this.#exchange(this.#pool, question, this.#asked);
  }

  /** Asks past everything that waits, so that a flood of questions never looks like a subgraph that is down. */
  async probe(question: HttpQuestion): Promise<HttpAnswer> {
    const prober = this.#prober;
    try {
      return await this.#exchange(prober, question, this.#probed);
    } catch (error) {
      this.#unanswered = 0; // A subgraph that is down has a better reason to be silent.
      if (prober === this.#prober) this.#prober = this.#openPool(PROBING_CONNECTIONS);
      void prober.destroy();
      throw error;
    }
  }

  /**
   * Opens other connections where these have been silent for too long, and answers whether it has. What still waits on the
   * old ones may be answered until its time is over.
   */
  renewSilent(): boolean {
    if (this.#unanswered < SEVERAL || performance.now() - this.#silentSince < this.#options.silenceMs) return false;
    const silent = this.#pool;
    this.#pool = this.#openPool(MAX_CONNECTIONS);
    this.#unanswered = 0;
    setTimeout(() => void silent.destroy(), this.#options.answerTimeoutMs).unref();
    return true;
  }

  async stop(): Promise<void> {
    this.#deadlines.stop();
    await Promise.all([this.#pool.destroy(), this.#prober.destroy()]);
  }

  #exchange(dispatcher: Dispatcher, question: HttpQuestion, ended: Ended): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const exchange = new HttpExchange(dispatcher, question, ended, resolve, reject);
      this.#deadlines.add(exchange);
      exchange.send();
    });
  }

  #openPool(connections: number): Pool {
    const { origin, connectTimeoutMs } = this.#options;
    return new Pool(origin, { connections, connect: { timeout: connectTimeoutMs } });
  }
}
