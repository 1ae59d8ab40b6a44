import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import type { Agora } from '../agora.ts';
import { buy, type Person, register } from '../shop.ts';
import { post } from './post.ts';

/** Another address than an attacker's, so that what is counted by address is counted apart. */
const ADDRESS = '127.0.0.2';
const ASKS_EVERY_MS = 1_000;
const QUERY =
  '{ products(first: 5) { nodes { id name variants { id availableQuantity } seller { displayName } } } viewer { displayName } }';

const Answer = z.object({
  errors: z.undefined().optional(),
  data: z.object({
    viewer: z.object({ displayName: z.string() }),
    products: z.object({ nodes: z.array(z.object({ variants: z.array(z.object({ id: z.string(), availableQuantity: z.number() })) })) }),
  }),
});

/** What somebody who does nothing wrong met while others did. */
export interface Experience {
  readonly asked: number;
  /** What was wrong with each answer that was not right; empty when nobody was hurt. */
  readonly failures: readonly string[];
  /** Why the live subscription ended before its time; undefined when it did not. */
  readonly streamEnded: unknown;
  readonly p99Ms: number;
}

/** A signed-in shopper at an address of its own, who asks once a second and has a live subscription open. */
export class GoodClient {
  readonly #agora: Agora;
  readonly #person: Person;
  readonly #agent = new Agent({ keepAlive: true, localAddress: ADDRESS });
  readonly #failures: string[] = [];
  readonly #latencies: number[] = [];
  readonly #socket;
  readonly #asking: Promise<void>;
  #heard = 0;
  #streamEnded: unknown;
  #stopped = false;

  private constructor(agora: Agora, person: Person) {
    this.#agora = agora;
    this.#person = person;
    this.#socket = this.#follow();
    this.#asking = this.#keepAsking();
  }

  static async arrive(agora: Agora): Promise<GoodClient> {
    return new GoodClient(agora, await register(agora, 'Ines Calma'));
  }

  /** Buys something, hears of it on the subscription that was open all the time, and leaves. */
  async leave(): Promise<Experience> {
    const streamEnded = this.#streamEnded ?? (await this.#hearsOfAPurchase());
    this.#stopped = true;
    await this.#asking;
    await this.#socket.dispose();
    this.#agent.destroy();
    const sorted = this.#latencies.toSorted((a, b) => a - b);
    const p99Ms = Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0);
    return { asked: sorted.length, failures: this.#failures, streamEnded, p99Ms };
  }

  #follow() {
    const { token } = this.#person;
    const client = createClient({
      url: `${this.#agora.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { localAddress: ADDRESS });
        }
      },
      retryAttempts: 0,
      lazy: false,
      connectionParams: { authorization: `Bearer ${token}` },
      onNonLazyError: (error) => (this.#streamEnded ??= error),
    });
    client.subscribe(
      { query: 'subscription { notificationReceived { cursor notification { id } } }' },
      {
        next: ({ errors }) => {
          if (errors) this.#streamEnded ??= errors;
          this.#heard++;
        },
        error: (error) => (this.#streamEnded ??= error),
        complete: () => {
          if (!this.#stopped) this.#streamEnded ??= 'complete';
        },
      },
    );
    return client;
  }

  async #keepAsking(): Promise<void> {
    while (!this.#stopped) {
      const begun = performance.now();
      const failure = await this.#ask().then(
        () => null,
        (error: unknown) => String(error),
      );
      if (failure !== null) this.#failures.push(failure.slice(0, 500));
      const took = performance.now() - begun;
      this.#latencies.push(took);
      await pause(Math.max(0, ASKS_EVERY_MS - took));
    }
  }

  async #ask(): Promise<z.output<typeof Answer>> {
    const authorization = `Bearer ${this.#person.token}`;
    return Answer.parse(JSON.parse(await post(this.#agora, this.#agent, { query: QUERY }, { authorization })));
  }

  /** Undefined once an order of this client has reached it live. */
  async #hearsOfAPurchase(): Promise<unknown> {
    const heard = this.#heard;
    try {
      const { data } = await this.#ask();
      const variant = data.products.nodes.flatMap(({ variants }) => variants).find(({ availableQuantity }) => availableQuantity > 0);
      await buy(this.#agora, this.#person, variant?.id ?? '');
      await eventually(() => this.#heard > heard || this.#streamEnded !== undefined);
      return this.#streamEnded;
    } catch (error) {
      return error;
    }
  }
}
