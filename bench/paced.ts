import { Pool } from 'undici';
import { percentile } from './table.ts';
import { untilDue } from './until-due.ts';

export interface Paced {
  readonly url: string;
  /** Of the n-th request. */
  readonly bodyOf: (n: number) => object;
  readonly token?: string | undefined;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Sends requests at a fixed rate, whether or not those before were answered; milliseconds from when each was due. */
export async function paced({ url, bodyOf, token, perSecond, seconds }: Paced): Promise<{ p50: number; p99: number; count: number }> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const samples: number[] = [];
  const begun = performance.now();
  const send = async (n: number) => {
    const from = await untilDue(begun + (n * 1_000) / perSecond);
    const { statusCode, body } = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(bodyOf(n)) });
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`Not an answer: ${statusCode} ${text.slice(0, 500)}`);
    samples.push(performance.now() - from);
  };
  try {
    await Promise.all(Array.from({ length: perSecond * seconds }, (_, n) => send(n)));
  } finally {
    await pool.close();
  }
  return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), count: samples.length };
}
