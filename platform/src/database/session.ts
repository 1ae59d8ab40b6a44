import type { QueryResult } from 'pg';
import { type Connections, OneConnection } from './one-connection.ts';

/**
 * A transaction, or a savepoint in it. What needs no answer of its own is held back and sent with the next statement: that it begins, and
 * what it writes at its end. So it waits once for each thing that it reads, and once for its commit.
 */
export class Session {
  readonly #connection: OneConnection;
  readonly #depth: number;
  /** Whether what it writes is held back, because nothing but its end comes behind. */
  isEnding = false;
  /** Its connection is somebody else's then, or goes on without its savepoint. */
  #isOver = false;

  private constructor(connection: OneConnection, depth: number) {
    this.#connection = connection;
    this.#depth = depth;
    connection.hold(this.#beginning);
  }

  static async begin(connections: Connections): Promise<Session> {
    return new Session(await OneConnection.from(connections), 0);
  }

  /** A savepoint, which ends before it does. */
  nested(): Session {
    return new Session(this.#connection, this.#depth + 1);
  }

  ask(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    this.#refuseWhereOver();
    return this.#connection.ask(text, values);
  }

  hold(text: string, values: readonly unknown[] = []): void {
    this.#refuseWhereOver();
    this.#connection.hold(text, values);
  }

  /** Sends what is held; throws where that fails. */
  async send(): Promise<void> {
    if (this.#connection.holdsWork) await this.#connection.sendHeld();
  }

  /**
   * Throws when anything fails that was held, and may then be rolled back. Once is enough. `failsWithNext`: of a savepoint, it is held further, and
   * the next statement of its transaction fails where it does.
   */
  async commit(failsWithNext = false): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const isEmpty = !this.#connection.holdsWork && this.#connection.takeBack(this.#beginning);
    if (this.#depth === 0) {
      if (!isEmpty) await this.#commitAll();
      this.#connection.release();
    } else if (this.#connection.holdsWork && !failsWithNext) await this.#connection.ask(`release s${this.#depth}`);
    else if (!isEmpty) this.#connection.hold(`release s${this.#depth}`);
  }

  async rollback(): Promise<void> {
    this.#isOver = true;
    const isUnsent = this.#connection.takeBack(this.#beginning);
    if (this.#depth > 0) {
      if (!isUnsent) await this.#connection.undo(`rollback to s${this.#depth}`);
      return;
    }
    let isBroken = true;
    try {
      if (!isUnsent) await this.#connection.undo('rollback');
      isBroken = false;
    } finally {
      this.#connection.release(isBroken);
    }
  }

  get #beginning(): string {
    return this.#depth === 0 ? 'begin' : `savepoint s${this.#depth}`;
  }

  async #commitAll(): Promise<void> {
    if (await this.#connection.commitWhole()) return;
    const { command } = await this.#connection.ask('commit');
    if (command !== 'COMMIT') throw new Error('A transaction went on after one of its statements had failed.');
  }

  #refuseWhereOver(): void {
    if (this.#isOver) throw new Error('Its transaction has ended: what it starts must end before it.');
  }
}
