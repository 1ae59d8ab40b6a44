import { openLive } from '@agora-examples/shared/live';

/** Queries and mutations go over the socket too. It is open while something is under way, and has the identity it was opened with. */
export const live = openLive();

export function ask<Data>(query: string, variables: Record<string, unknown>, extensions?: Record<string, unknown>): Promise<Data> {
  return new Promise((resolve, reject) => {
    live.subscribe<Data>(
      { query, variables, extensions },
      {
        next: ({ data, errors }) => (data ? resolve(data) : reject(new Error(errors?.[0]?.message))),
        error: reject,
        complete: () => {},
      },
    );
  });
}

/** With a key, because the socket sends again what had no answer when it was lost: it happens once all the same. */
export function change<Data>(mutation: string, input: object): Promise<Data> {
  return ask(mutation, { input }, { 'idempotency-key': crypto.randomUUID() });
}
