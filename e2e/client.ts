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
export interface Live<Event> {
  readonly events: readonly Event[];
  /** Why it ended, once it has. */
  readonly ended: () => unknown;
  /** The first event that fits, when it has come. */
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
    until: (fits) =>
      eventually(() => {
        const found = events.find(fits);
        if (!found && ended) throw new Error(`The subscription ended: ${JSON.stringify(ended)}`);
        return found;
      }),
    stop: async () => client.dispose(),
  };
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
