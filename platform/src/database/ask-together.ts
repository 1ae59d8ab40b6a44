import { type ClientBase, type Connection, Query, type QueryResult, type Submittable } from 'pg';

/** A statement and the values of its `$1`, `$2`, … */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the connection keeps it. */
  readonly name?: string | undefined;
}

export interface TogetherOptions {
  /** Sends none of them where one has a value that cannot be sent. */
  readonly orNone?: boolean;
}

/**
 * Sends statements in one write, with one wait for all their answers, in their order. When one of them fails, PostgreSQL leaves out those
 * behind it. Outside a transaction they are one.
 */
export function askTogether(
  client: ClientBase,
  statements: readonly Statement[],
  { orNone = false }: TogetherOptions = {},
): Promise<QueryResult[]> {
  return new Promise((resolve, reject) => void client.query(new Together({ client, statements, orNone, resolve, reject })));
}

interface Asked {
  readonly client: ClientBase;
  readonly statements: readonly Statement[];
  readonly orNone: boolean;
  readonly resolve: (answers: QueryResult[]) => void;
  readonly reject: (error: Error) => void;
}

/** What `pg` calls of a query that it was given; its types leave out most of it. */
interface PgQuery extends Query {
  readonly name?: string;
  readonly text: string;
  readonly submit: (connection: Connection) => Error | null;
  readonly _result: RowReading;
  _accumulateRows: boolean;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}

interface PgConnection extends Connection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  _send(message: Buffer): boolean;
}

/** How `pg` reads the rows of an answer, once their columns were described to it. */
interface RowReading {
  fields: unknown;
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}

/** How the answers of the statements that a connection keeps are read, by their names; null of one that answers no rows. */
type Readings = Map<string, RowReading | null>;

/** A connection as its queries see it: their messages are gathered, to be sent at once, with one Sync at the end. */
class Gathering {
  readonly #messages: Buffer[] = [];
  readonly #connection: PgConnection;
  /** Also leaves out the question what the answer looks like. */
  readonly undescribed: Connection;
  readonly described: Connection;

  constructor(connection: PgConnection) {
    this.#connection = connection;
    const nothing = { value: () => {} };
    this.described = Object.create(connection, { sync: nothing, _send: { value: (message: Buffer) => this.#messages.push(message) } });
    this.undescribed = Object.create(this.described, { describe: nothing });
  }

  /** Nothing that was gathered is sent. */
  drop(): void {
    this.#messages.length = 0;
  }

  /** The last of them asks for the answers. */
  send(): void {
    const { stream } = this.#connection;
    stream.cork();
    try {
      this.#connection._send(Buffer.concat(this.#messages.splice(0)));
      this.#connection.sync();
    } finally {
      stream.uncork();
    }
  }
}

const gatherings = new WeakMap<Connection, Gathering>();
const readings = new WeakMap<Connection, Readings>();

function keptFor<Value>(kept: WeakMap<Connection, Value>, connection: Connection, make: () => Value): Value {
  let value = kept.get(connection);
  if (value === undefined) kept.set(connection, (value = make()));
  return value;
}

/** To `pg` it is one query, which in turn is each of its queries. */
class Together implements Submittable {
  readonly #queries: readonly PgQuery[];
  readonly #answers: QueryResult[] = [];
  readonly #orNone: boolean;
  readonly #reject: (error: Error) => void;
  /** When it is over, whatever became of it: `pg` puts the end of its timeout around it. */
  callback = (): void => {};
  #hasFailed = false;
  #at = 0;
  #readings: Readings = new Map();
  #isDescribed = false;

  constructor({ client, statements, orNone, resolve, reject }: Asked) {
    const types = { getTypeParser: client.getTypeParser.bind(client) };
    this.#orNone = orNone;
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
  submit(given: Connection): Error | null {
    const connection = given as PgConnection;
    this.#readings = keptFor(readings, connection, () => new Map());
    const gathering = keptFor(gatherings, connection, () => new Gathering(connection));
    for (const query of this.#queries) {
      const refused = query.submit(this.#isKnown(query, connection) ? gathering.undescribed : gathering.described);
      if (refused) this.#fail(refused);
      if (this.#hasFailed) break;
    }
    if (this.#hasFailed && this.#orNone) {
      this.#forgetUnprepared(connection);
      gathering.drop();
    }
    gathering.send();
    return null;
  }

  /** Whether it is kept, and known how its answer is read; then it is given that. */
  #isKnown(query: PgQuery, connection: PgConnection): boolean {
    const { name } = query;
    if (name === undefined || connection.parsedStatements[name] === undefined) return false;
    const reading = this.#readings.get(name);
    if (reading) Object.assign(query._result, reading);
    query._accumulateRows = true;
    return reading !== undefined;
  }

  handleRowDescription(message: unknown): void {
    this.#isDescribed = true;
    this.#queries[this.#at]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#at]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    const query = this.#queries[this.#at++];
    if (query?.name !== undefined && !this.#readings.has(query.name))
      this.#readings.set(query.name, this.#isDescribed ? readingOf(query._result) : null);
    this.#isDescribed = false;
    query?.handleCommandComplete(message, connection);
  }

  handleEmptyQuery(): void {
    this.#at++;
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection);
  }

  /** What was left out has not been prepared either. */
  handleError(error: Error, connection: PgConnection): void {
    this.#forgetUnprepared(connection);
    this.#fail(error);
  }

  #forgetUnprepared(connection: PgConnection): void {
    for (const { name } of this.#queries.slice(this.#at)) if (name !== undefined) delete connection.submittedNamedStatements[name];
  }

  #fail(error: Error): void {
    this.#hasFailed = true;
    this.callback();
    this.#reject(error);
  }
}

function readingOf({ fields, _parsers, _prebuiltEmptyResultObject }: RowReading): RowReading {
  return { fields, _parsers, _prebuiltEmptyResultObject };
}
