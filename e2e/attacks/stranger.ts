import { Agent } from 'node:http';
import * as z from 'zod';
import type { Door } from '../client.ts';
import { post } from './post.ts';

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string(), retryAfterSeconds: z.number().optional() }) }))
    .optional(),
});
export type StrangersAnswer = z.output<typeof Answer> & { readonly code: string | undefined };

/** A guest at an address of loopback of its own, like 127.0.1.1. */
export class Stranger {
  readonly #door: Door;
  readonly #agent: Agent;

  constructor(door: Door, address: string) {
    this.#door = door;
    this.#agent = new Agent({ keepAlive: true, localAddress: address, maxSockets: 50 });
  }

  async ask(query: string, variables: object = {}, operationName?: string): Promise<StrangersAnswer> {
    const answer = Answer.parse(JSON.parse(await post(this.#door, this.#agent, { query, variables, operationName })));
    return { ...answer, code: answer.errors?.[0]?.extensions.code };
  }

  leave(): void {
    this.#agent.destroy();
  }
}
