import { Pool } from 'undici';
import { percentile, round } from './table.ts';

export interface Load {
  readonly url: string;
  readonly body: string;
  readonly token?: string;
  readonly cookie?: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Measured {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sends one request after the other over each connection; milliseconds. An answer that is not 200, or holds errors, ends it. */
export async function load({ url, body, token, cookie, connections, seconds }: Load): Promise<Measured> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) };
  const samples: number[] = [];
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  try {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) {
          const sent = performance.now();
          const response = await pool.request({ method: 'POST', path: pathname, headers, body });
          const text = await response.body.text();
          if (response.statusCode !== 200 || text.includes('"errors"'))
            throw new Error(`Not an answer: ${response.statusCode} ${text.slice(0, 500)}`);
          samples.push(performance.now() - sent);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  const took = (performance.now() - started) / 1000;
  return {
    requests: samples.length,
    perSecond: round(samples.length / took),
    p50: percentile(samples, 0.5),
    p99: percentile(samples, 0.99),
  };
}
