import { type Client, CloseCode, createClient } from 'graphql-ws';
import { AGORA_URL } from './agora.ts';
import { authorization, refreshSession } from './session.ts';

/** Who opens the socket. */
export interface Opener {
  /** What the socket is opened with. */
  authorization(): Record<string, unknown>;
  /** What is done before it is opened again, once the token has run out. */
  refresh(): Promise<void>;
}

/** The socket for everything live: it comes back by itself, with a fresh token, and behind the last event. */
export function openLive(opener: Opener = { authorization, refresh: refreshSession }): Client {
  let isExpired = false;
  const client = createClient({
    url: AGORA_URL.replace(/^http/, 'ws'),
    async connectionParams() {
      if (isExpired) await opener.refresh();
      isExpired = false;
      return opener.authorization();
    },
    on: { closed: (event) => (isExpired ||= codeOf(event) === CloseCode.Forbidden) },
    // A browser tells of a server that is away by an error, which graphql-ws does not retry by itself.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    // With chance in it, so that not everybody comes at once when a server is back.
    retryWait: (retries) => sleep(Math.min(500 * 2 ** retries, 10_000) * (0.5 + Math.random())),
  });
  return resuming(client);
}

/** Sets `after` to the last `cursor`, so that a retry asks for what came meanwhile: nothing is lost, nothing comes twice. */
export function resuming(client: Client): Client {
  return {
    ...client,
    subscribe(payload, sink) {
      const variables = { ...payload.variables };
      const next: typeof sink.next = (event) => {
        variables['after'] = cursorIn(event.data) ?? variables['after'];
        sink.next(event);
      };
      return client.subscribe({ ...payload, variables }, { next, error: sink.error.bind(sink), complete: sink.complete.bind(sink) });
    },
  };
}

function cursorIn(data: unknown): string | undefined {
  const [event] = Object.values(data ?? {});
  return event?.cursor;
}

const codeOf = (event: unknown) => (event instanceof CloseEvent ? event.code : undefined);

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
