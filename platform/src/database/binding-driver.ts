import {
  type AnyEntity,
  type Configuration,
  type EntityData,
  isRaw,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
  type QueryResult,
  raw,
  type RawQueryFragment,
} from '@mikro-orm/postgresql';
import { Pool } from 'pg';
import { bind } from './bind.ts';
import { askAlone, type Connections } from './one-connection.ts';
import { Prepared } from './prepared.ts';
import { Session } from './session.ts';

type Statement = string | NativeQueryBuilder | RawQueryFragment;
type Params = readonly unknown[] | Record<string, unknown>;
type Rows = QueryResult | EntityData<AnyEntity> | EntityData<AnyEntity>[];
type Method = 'all' | 'get' | 'run';

/** `background` is for what may take longer than people wait: its connections are others, and its statements take as long as they take. */
export type PoolName = 'people' | 'background';

export interface BindingOptions {
  readonly backgroundPoolSize: number;
  /** Is given every statement but those that begin and end transactions. */
  readonly onStatement: ((sql: string) => void) | undefined;
}

/**
 * Sends values beside the statement. MikroORM writes them into its text, and PostgreSQL logs the text of a statement that
 * failed or was slow: with password hashes and e-mails. Transactions are sessions of ours, which send together what belongs together.
 */
export function bindingDriver(options: BindingOptions): new (config: Configuration) => PostgreSqlDriver {
  return class BindingDriver extends PostgreSqlDriver {
    protected override readonly connection = new BindingConnection(this.config, options);
  };
}

export class BindingConnection extends PostgreSqlConnection {
  readonly #options: BindingOptions;
  readonly #prepared = new Prepared();
  #background: Pool | undefined;

  constructor(config: Configuration, options: BindingOptions) {
    super(config);
    this.#options = options;
  }

  async connections(name: PoolName): Promise<Connections> {
    const people = await this.getNativeClient();
    const pool = name === 'people' ? people : (this.#background ??= this.#openBackground(people));
    return { pool, prepared: this.#prepared, onStatement: this.#options.onStatement };
  }

  override async execute<T extends Rows = EntityData<AnyEntity>[]>(
    statement: Statement,
    params: Params = [],
    method: Method = 'all',
    session?: Session,
  ): Promise<T> {
    const { text, values } = bind(this.platform, fragmentOf(statement, params));
    if (session?.isEnding && method === 'run' && answersNothing(text)) {
      session.hold(text, values);
      return this.transformRawResult<T>({ rows: [], numAffectedRows: 1 }, method);
    }
    const { rows, rowCount } = await (session ? session.ask(text, values) : askAlone(await this.connections('people'), text, values));
    return this.transformRawResult<T>({ rows, numAffectedRows: rowCount ?? undefined }, method);
  }

  /** `loggerContext.pool` is the name of the pool. */
  override async transactional<T>(...[work, options]: Parameters<typeof PostgreSqlConnection.prototype.transactional<T>>): Promise<T> {
    const { ctx, loggerContext } = options ?? {};
    const pool: PoolName = loggerContext?.['pool'] === 'background' ? 'background' : 'people';
    const session = ctx ? sessionOf(ctx).nested() : await Session.begin(await this.connections(pool));
    try {
      // MikroORM only hands it back to us.
      const result = await work(session as never);
      await session.commit();
      return result;
    } catch (error) {
      await session.rollback().catch((failed: Error) => this.logger.warn('query', `A transaction was not rolled back: ${failed.message}`));
      throw error;
    }
  }

  /** What it is made for holds its values in its text. */
  override stream(): never {
    throw new Error('Rows are not streamed here.');
  }

  /** The query builder would close no pool that it did not use. */
  override async close(force?: boolean): Promise<void> {
    const pools = [await this.getNativeClient(), ...(this.#background ? [this.#background] : [])];
    this.#background = undefined;
    await super.close(force);
    await Promise.all(pools.filter((pool) => !pool.ending).map((pool) => pool.end()));
  }

  #openBackground({ options }: Pool): Pool {
    const pool = new Pool({ ...options, password: options.password, max: this.#options.backgroundPoolSize, statement_timeout: undefined });
    const warn = (error: Error) => this.logger.warn('info', `PostgreSQL connection error: ${error.message}`);
    return pool.on('error', warn).on('connect', (client) => client.on('error', warn));
  }
}

/** The transaction that MikroORM was given by `transactional`. */
export function sessionOf(context: unknown): Session {
  if (context instanceof Session) return context;
  throw new Error('A transaction that was begun elsewhere.');
}

function fragmentOf(statement: Statement, params: Params): RawQueryFragment {
  if (statement instanceof NativeQueryBuilder) return statement.toRaw();
  return isRaw(statement) ? statement : raw(statement, params);
}

function answersNothing(text: string): boolean {
  return /^(insert|update|delete)\b/i.test(text) && !/\breturning\b/i.test(text);
}
