import { type ClientBase, type Connection, Query, type QueryResult, type Submittable } from 'pg';

/** A statement and the values of its `$1`, `$2`, … */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the connection keeps it. */
  readonly name?: string | undefined;
}

/**
 * Sends statements in one write, with one wait for all their answers, in their order. When one of them fails, PostgreSQL leaves out those
 * behind it.
 */
export function askTogether(client: ClientBase, statements: readonly Statement[]): Promise<QueryResult[]> {
  return new Promise((resolve, reject) => void client.query(new Together(client, statements, resolve, reject)));
}

/** What `pg` calls of a query that it was given; its types leave out most of it. */
interface PgQuery extends Query {
  readonly name?: string;
  readonly text: string;
  readonly submit: (connection: Connection) => Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}

interface PgConnection extends Connection {
  readonly submittedNamedStatements: Record<string, string>;
}

/** To `pg` it is one query, which in turn is each of its queries. */
class Together implements Submittable {
  readonly #queries: readonly PgQuery[];
  readonly #answers: QueryResult[] = [];
  readonly #reject: (error: Error) => void;
  /** When it is over, whatever became of it: `pg` puts the end of its timeout around it. */
  callback = (): void => {};
  #hasFailed = false;
  #at = 0;

  constructor(
    client: ClientBase,
    statements: readonly Statement[],
    resolve: (answers: QueryResult[]) => void,
    reject: (error: Error) => void,
  ) {
    const types = { getTypeParser: client.getTypeParser.bind(client) };
    this.#reject = reject;
    this.#queries = statements.map(({ text, values, name }) => {
      const config = { text, values: [...values], types, queryMode: 'extended', ...(name !== undefined && { name }) };
      return new Query(config, (error, answer) => {
        if (error) this.#fail(error);
        else if (this.#answers.push(answer) === statements.length) {
          this.callback();
          resolve(this.#answers);
        }
      }) as PgQuery;
    });
  }

  get name(): string | undefined {
    return this.#queries[this.#at]?.name;
  }

  get text(): string | undefined {
    return this.#queries[this.#at]?.text;
  }

  /**
   * Each query would end with a Sync, after which PostgreSQL answers at once. One with a value that cannot be sent leaves out those behind
   * it, as one does that fails there.
   */
  submit(connection: Connection): Error | null {
    const unsynced: Connection = Object.create(connection, { sync: { value: () => {} } });
    connection.stream.cork();
    try {
      for (const query of this.#queries) {
        const refused = query.submit(unsynced);
        if (refused) this.#fail(refused);
        if (this.#hasFailed) break;
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#at]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#at]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#queries[this.#at++]?.handleCommandComplete(message, connection);
  }

  handleEmptyQuery(): void {
    this.#at++;
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection);
  }

  /** What was left out has not been prepared either. */
  handleError(error: Error, connection: PgConnection): void {
    for (const { name } of this.#queries.slice(this.#at)) if (name !== undefined) delete connection.submittedNamedStatements[name];
    this.#fail(error);
  }

  #fail(error: Error): void {
    this.#hasFailed = true;
    this.callback();
    this.#reject(error);
  }
}
