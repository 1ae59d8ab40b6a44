import { Pool } from 'undici';

/** A request and the length of its right answer. */
export interface Exchange {
  readonly body: string;
  readonly bytes: number;
}

export interface Slice {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, one for each request. */
  readonly latencies: readonly number[];
}

export const CONNECTIONS = 32;

/**
 * A closed loop: each connection sends its exchange again and again. Ends with an error when an answer is not 200 or not as
 * long as the one that was checked.
 */
export async function load(url: string, exchanges: readonly Exchange[], seconds: number): Promise<Slice> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1_000;
  const connection = async ({ body, bytes }: Exchange) => {
    while (performance.now() < end) {
      const sent = performance.now();
      const response = await pool.request({ method: 'POST', path: pathname, headers: HEADERS, body });
      const answer = await response.body.arrayBuffer();
      latencies.push(performance.now() - sent);
      if (response.statusCode !== 200 || answer.byteLength !== bytes) throw new WrongAnswer(response.statusCode, answer);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => connection(exchanges[i % exchanges.length] ?? NOTHING)));
  } finally {
    await pool.destroy();
  }
  return { requests: latencies.length, seconds: (performance.now() - started) / 1_000, latencies };
}

const HEADERS = { 'content-type': 'application/json' };
const NOTHING: Exchange = { body: '{}', bytes: 0 };

class WrongAnswer extends Error {
  constructor(status: number, answer: ArrayBuffer) {
    super(`answered otherwise under load: ${status} ${Buffer.from(answer).toString().slice(0, 300)}`);
  }
}
