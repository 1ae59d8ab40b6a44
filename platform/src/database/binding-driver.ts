import {
  type AnyEntity,
  type Configuration,
  type EntityData,
  type EntityDictionary,
  type EntityName,
  type FilterQuery,
  type FindOptions,
  isRaw,
  type LoggingOptions,
  type NativeInsertUpdateOptions,
  NativeQueryBuilder,
  type ObjectQuery,
  PostgreSqlConnection,
  PostgreSqlDriver,
  type QueryResult,
  raw,
  type RawQueryFragment,
  type UpsertOptions,
} from '@mikro-orm/postgresql';
import { isDeepStrictEqual } from 'node:util';
import { Pool, type PoolConfig, type QueryResult as PgResult } from 'pg';
import { readingArrays } from './arrays.ts';
import { asText, bind, type BoundStatement } from './bind.ts';
import { askAlone, type Connections } from './one-connection.ts';
import { Prepared } from './prepared.ts';
import { Session } from './session.ts';
import { type Shape, shapeOfRead, shapeOfUpdate } from './shape.ts';

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
 * failed or was slow: with password hashes and e-mails. Transactions are sessions of ours, which send together what belongs together. The
 * texts of plain statements are kept: to build them anew each time takes longer than to send them.
 */
export function bindingDriver(options: BindingOptions): new (config: Configuration) => PostgreSqlDriver {
  return class BindingDriver extends PostgreSqlDriver {
    protected override readonly connection = new BindingConnection(this.config, options);
    readonly #texts = new Map<string, string>();

    override async find<T extends object, P extends string = never, F extends string = never, E extends string = never>(
      entityName: EntityName<T>,
      where: ObjectQuery<T>,
      given: FindOptions<T, P, F, E> = {},
    ): Promise<EntityData<T>[]> {
      const meta = this.metadata.get<T>(entityName);
      const shape = shapeOfRead(meta, where, { ...given });
      if (!shape) return super.find(entityName, where, given);
      const text = this.#texts.get(shape.name);
      if (text === undefined) return this.#learning(shape, given, (options) => super.find(entityName, where, options));
      const { rows } = await this.connection.ask(text, shape.values, given.ctx);
      return rows.flatMap((row: EntityData<T>) => this.mapResult(row, meta) ?? []);
    }

    override async nativeUpdate<T extends object>(
      entityName: EntityName<T>,
      where: FilterQuery<T>,
      data: EntityDictionary<T>,
      given: NativeInsertUpdateOptions<T> & UpsertOptions<T> = {},
    ): Promise<QueryResult<T>> {
      const shape = shapeOfUpdate(this.metadata.get<T>(entityName), where, data, { ...given });
      if (!shape) return super.nativeUpdate(entityName, where, data, given);
      const text = this.#texts.get(shape.name);
      if (text === undefined) return this.#learning(shape, given, (options) => super.nativeUpdate(entityName, where, data, options));
      return this.connection.write(text, shape.values, given.ctx);
    }

    /** The text is kept where MikroORM gave it just these values. */
    #learning<Options extends object, T>(shape: Shape, options: Options, run: (options: Options) => Promise<T>): Promise<T> {
      const onBound = ({ text, values }: BoundStatement) => {
        if (this.#texts.size < MAX_TEXTS && isDeepStrictEqual(values, shape.values.map(asText))) this.#texts.set(shape.name, text);
      };
      return run({ ...options, logging: { onBound }, loggerContext: { onBound } });
    }
  };
}

/** Of lists as long as they come, there may be any number. */
const MAX_TEXTS = 2_000;

export class BindingConnection extends PostgreSqlConnection {
  readonly #options: BindingOptions;
  readonly #prepared = new Prepared();
  #background: Pool | undefined;

  constructor(config: Configuration, options: BindingOptions) {
    super(config);
    this.#options = options;
  }

  override mapOptions(overrides: PoolConfig): PoolConfig {
    const options = super.mapOptions(overrides);
    return { ...options, types: readingArrays(options.types) };
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
    loggerContext?: LoggingOptions & { readonly onBound?: (bound: BoundStatement) => void },
  ): Promise<T> {
    const bound = bind(this.platform, fragmentOf(statement, params));
    const { text, values } = bound;
    loggerContext?.onBound?.(bound);
    if (method === 'run') return this.write(text, values, session);
    const { rows, rowCount } = await this.ask(text, values, session);
    return this.transformRawResult<T>({ rows, numAffectedRows: rowCount ?? undefined }, method);
  }

  async ask(text: string, values: readonly unknown[], session: Session | undefined): Promise<PgResult> {
    const texts = values.map(asText);
    return session ? session.ask(text, texts) : askAlone(await this.connections('people'), text, texts);
  }

  /** With the commit, where that is all that is left to do. */
  async write<T extends Rows>(text: string, values: readonly unknown[], session: Session | undefined): Promise<T> {
    if (session?.isEnding && answersNothing(text)) {
      session.hold(text, values.map(asText));
      return this.transformRawResult<T>({ rows: [], numAffectedRows: 1 }, 'run');
    }
    const { rows, rowCount } = await this.ask(text, values, session);
    return this.transformRawResult<T>({ rows, numAffectedRows: rowCount ?? undefined }, 'run');
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
