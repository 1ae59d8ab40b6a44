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
  return new Promise((resolve, reject) => {
    const types = { getTypeParser: client.getTypeParser.bind(client) };
    const answers: QueryResult[] = [];
    const queries = statements.map(({ text, values, name }) => {
      const config = { text, values: [...values], types, queryMode: 'extended', ...(name !== undefined && { name }) };
      return new Query(config, (error, answer) => {
        if (error) reject(error);
        else if (answers.push(answer) === statements.length) resolve(answers);
      }) as PgQuery;
    });
    client.query(new Together(queries, reject));
  });
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
  readonly #reject: (error: Error) => void;
  #at = 0;

  constructor(queries: readonly PgQuery[], reject: (error: Error) => void) {
    this.#queries = queries;
    this.#reject = reject;
  }

  get name(): string | undefined {
    return this.#queries[this.#at]?.name;
  }

  get text(): string | undefined {
    return this.#queries[this.#at]?.text;
  }

  /** Each query would end with a Sync, after which PostgreSQL answers at once. */
  submit(connection: Connection): Error | null {
    const unsynced: Connection = Object.create(connection, { sync: { value: () => {} } });
    connection.stream.cork();
    try {
      for (const query of this.#queries) {
        const refused = query.submit(unsynced);
        if (refused) this.#reject(refused);
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
    this.#reject(error);
  }
}
