import { codeOf } from './database-errors.ts';

/** How often a statement comes before connections keep it. */
const OFTEN = 5;
/** How many they keep; and of how many it is counted how often they came. */
const MAX_KEPT = 500;
const MAX_COUNTED = 2_000;

/** Names under which the connections to a database keep statements that come again and again, so that each is parsed and planned once. */
export class Prepared {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  #generation = 1;

  /** Of what begins or ends a transaction: there are few, and each comes always. */
  nameOfControl(text: string): string {
    return `agora_${this.#generation}_${text}`;
  }

  /** Undefined for a statement that came too seldom. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= MAX_KEPT) return name;
    const count = (this.#counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.#counts.size >= MAX_COUNTED) this.#counts.clear();
      this.#counts.set(text, count);
      return undefined;
    }
    this.#counts.delete(text);
    const given = `agora_${this.#generation}_${this.#names.size}`;
    this.#names.set(text, given);
    return given;
  }

  /** Connections prepare every statement anew from now on. */
  renew(): void {
    this.#generation++;
    this.#names.clear();
  }
}

/**
 * Whether a connection keeps a statement that no longer fits: a migration changed what it answers, or something between us and PostgreSQL
 * gave us another session.
 */
export function isOutdated(error: unknown): boolean {
  const code = codeOf(error);
  return code === '26000' || (code === '0A000' && error instanceof Error && error.message.includes('cached plan'));
}
