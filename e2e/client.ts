import { inspect } from 'node:util';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});
export type Answer = z.output<typeof Answer>;

export interface AskOptions {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a program outside the marketplace has: an address, and perhaps a token. */
export interface Door {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
}

export async function ask(door: Door, query: string, variables: object = {}, { token, headers }: AskOptions = {}): Promise<Answer> {
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return Answer.parse(await response.json());
}

/** The data of an answer without errors, read by `shape`. */
export async function data<Shape extends z.ZodRawShape>(
  door: Door,
  shape: Shape,
  query: string,
  variables: object = {},
  options: AskOptions = {},
): Promise<z.output<z.ZodObject<Shape>>> {
  const answer = await ask(door, query, variables, options);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return z.object(shape).parse(answer.data);
}

/** An open subscription, and what it has brought so far. */
export interface Live<Event> extends AsyncDisposable {
  readonly events: readonly Event[];
  /** Why it ended, once it has. */
  readonly ended: () => unknown;
  /** The first event that fits, when it has come; fails with what has come when none did in time, or the subscription ended. */
  until(fits: (event: Event) => boolean): Promise<Event>;
  stop(): Promise<void>;
}

/** Subscribes over a socket of its own; events that carry errors, or do not fit `shape`, end it. */
export function follow<Shape extends z.ZodType>(
  door: Door,
  shape: Shape,
  query: string,
  variables: Record<string, unknown> = {},
  { token }: AskOptions = {},
): Live<z.output<Shape>> {
  const client = socket(door, token);
  let socketIs = 'idle';
  for (const state of ['connecting', 'connected', 'closed'] as const) client.on(state, () => (socketIs = state));
  const events: z.output<Shape>[] = [];
  let ended: unknown;
  client.subscribe(
    { query, variables },
    {
      next: ({ data, errors }) => {
        const parsed = shape.safeParse(Object.values(data ?? {})[0]);
        if (errors) ended = errors;
        else if (!parsed.success) ended = parsed.error;
        else events.push(parsed.data);
      },
      error: (error) => (ended = error ?? 'error'),
      complete: () => (ended ??= 'complete'),
    },
  );
  return {
    events,
    ended: () => ended,
    async until(fits) {
      await eventually(() => events.some(fits) || ended !== undefined).catch(() => {});
      const found = events.find(fits);
      if (found !== undefined) return found;
      const state = ended === undefined ? `has not ended, its socket is ${socketIs}` : `ended with ${inspect(ended)}`;
      throw new Error(`No event fits. The subscription ${state}; it brought ${inspect(events, { depth: 10 })}.`);
    },
    stop: async () => client.dispose(),
    [Symbol.asyncDispose]: async () => client.dispose(),
  };
}

/** Waits until these, all that are followed through this door, are told what happens from now on: a socket says nothing of it. */
export async function begun(door: Door, ...lives: readonly Pick<Live<unknown>, 'ended'>[]): Promise<void> {
  await eventually(async () => lives.some(({ ended }) => ended() !== undefined) || (await openSubscriptions(door)) === lives.length);
  for (const { ended } of lives) if (ended() !== undefined) throw new Error(`A subscription ended with ${inspect(ended())}.`);
}

/** How many the gateway counts: each from when its subgraph has begun it, until it is over. */
export async function openSubscriptions({ url }: Door): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^agora_gateway_subscriptions(?:\{[^}]*\})? (\d+)/m.exec(metrics)?.[1]);
}

/** A socket that does not come back by itself. */
export function socket({ url }: Door, token: string | undefined): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
}
