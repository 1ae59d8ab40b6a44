import type { Pool, PoolClient, QueryResult } from 'pg';
import { askTogether, type Statement } from './ask-together.ts';
import { isOutdated, type Prepared } from './prepared.ts';
import { withoutValues } from './without-values.ts';

/** Where connections come from, and what they have in common. */
export interface Connections {
  readonly pool: Pool;
  readonly prepared: Prepared;
  /** Is given every statement but those that begin and end transactions. */
  readonly onStatement: ((sql: string) => void) | undefined;
}

interface Asked {
  readonly statements: readonly Statement[];
  resolve(answer: QueryResult): void;
  reject(error: unknown): void;
}

/**
 * A connection that nobody else uses until it is released. What is asked at once is sent together, in the order in which it was asked:
 * whatever can be asked without waiting for the outside counts as at once.
 */
export class OneConnection {
  readonly #client: PoolClient;
  readonly #connections: Connections;
  /** What is sent with the next statement. */
  #held: Statement[] = [];
  #asked: Asked[] = [];
  #sending: Promise<unknown> | undefined;

  private constructor(client: PoolClient, connections: Connections) {
    this.#client = client;
    this.#connections = connections;
  }

  static async from(connections: Connections): Promise<OneConnection> {
    return new OneConnection(await connections.pool.connect(), connections);
  }

  /** Sends what is held and this. An error may be of either. */
  ask(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    return this.#ask(this.#statement(text, values));
  }

  #ask(statement: Statement): Promise<QueryResult> {
    const statements = [...this.#held.splice(0), statement];
    return new Promise((resolve, reject) => {
      this.#asked.push({ statements, resolve, reject });
      this.#sending ??= new Promise<void>((resolve) => process.nextTick(resolve)).then(() => this.#sendAsked());
    });
  }

  hold(text: string, values: readonly unknown[] = []): void {
    this.#held.push(this.#statement(text, values));
  }

  /** Sends what is held. There must be something. */
  async sendHeld(): Promise<void> {
    const last = this.#held.pop();
    if (last) await this.#ask(last);
  }

  /**
   * Sends what is held where that is a whole transaction, with its `begin` and without savepoints; false where it is not. PostgreSQL takes what comes
   * in one message as one transaction, so it needs neither `begin` nor `commit`.
   */
  async commitWhole(): Promise<boolean> {
    const [begin, ...work] = this.#held;
    if (begin?.text !== 'begin' || this.#asked.length > 0 || work.some(isControlOrSeveral)) return false;
    this.#held = [];
    try {
      await askTogether(this.#client, work, { orNone: true });
    } catch (error) {
      throw this.#failed(error);
    }
    return true;
  }

  /** Asks without what is held or was not sent yet: that would fail, and take this with it. */
  undo(text: string): Promise<QueryResult> {
    this.#held = [];
    for (const { reject } of this.#asked.splice(0)) reject(new Error('It was not sent, for its transaction is undone.'));
    return this.ask(text);
  }

  /** Whether anything is held that may fail. */
  get holdsWork(): boolean {
    return this.#held.some(({ text }) => !isControl(text));
  }

  /** Leaves out what is held from this statement on; false where it was sent. */
  takeBack(text: string): boolean {
    const at = this.#held.findIndex((held) => held.text === text);
    if (at >= 0) this.#held.length = at;
    return at >= 0;
  }

  /** Gives it back to the pool, or closes it where something is wrong with it. */
  release(isBroken = false): void {
    this.#client.release(isBroken);
  }

  #statement(text: string, values: readonly unknown[]): Statement {
    if (isControl(text)) return { text, values, name: this.#connections.prepared.nameOfControl(text) };
    this.#connections.onStatement?.(text);
    return { text, values, name: this.#connections.prepared.nameOf(text) };
  }

  async #sendAsked(): Promise<void> {
    while (this.#asked.length > 0) {
      const asked = this.#asked.splice(0);
      try {
        const answers = await this.#send(asked.flatMap(({ statements }) => statements));
        for (const { statements, resolve } of asked) for (const answer of answers.splice(0, statements.length).slice(-1)) resolve(answer);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.#sending = undefined;
  }

  async #send(statements: readonly Statement[]): Promise<QueryResult[]> {
    try {
      return await (statements.some(isSeveral) ? this.#sendEach(statements) : askTogether(this.#client, statements));
    } catch (error) {
      throw this.#failed(error);
    }
  }

  #failed(error: unknown): unknown {
    if (isOutdated(error)) this.#connections.prepared.renew();
    return withoutValues(error);
  }

  /** A text of several statements is sent as a message of its own. */
  async #sendEach(statements: readonly Statement[]): Promise<QueryResult[]> {
    const answers: QueryResult[] = [];
    for (const { text, values } of statements) {
      const answer: QueryResult | QueryResult[] = await this.#client.query(text, [...values]);
      answers.push(Array.isArray(answer) ? (answer.at(-1) ?? answer[0]) : answer);
    }
    return answers;
  }
}

/** On whichever connection is free, outside any transaction. */
export async function askAlone(connections: Connections, text: string, values: readonly unknown[]): Promise<QueryResult> {
  try {
    return await askOnce(connections, text, values);
  } catch (error) {
    if (!isOutdated(error)) throw error;
    return askOnce(connections, text, values);
  }
}

async function askOnce(connections: Connections, text: string, values: readonly unknown[]): Promise<QueryResult> {
  const connection = await OneConnection.from(connections);
  try {
    return await connection.ask(text, values);
  } finally {
    connection.release();
  }
}

function isControl(text: string): boolean {
  return /^(begin|commit|rollback|savepoint|release)\b/i.test(text);
}

function isControlOrSeveral(statement: Statement): boolean {
  return isControl(statement.text) || isSeveral(statement);
}

function isSeveral({ text, values }: Statement): boolean {
  return values.length === 0 && text.includes(';');
}
