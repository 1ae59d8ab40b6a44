import {
  type AnyEntity,
  type EntityData,
  isRaw,
  type LoggingOptions,
  NativeQueryBuilder,
  PostgreSqlConnection,
  PostgreSqlDriver,
  type QueryResult,
  raw,
  type RawQueryFragment,
  type Transaction,
} from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';
import { withoutValues } from './without-values.ts';
import { bind } from './bind.ts';

type Statement = string | NativeQueryBuilder | RawQueryFragment;
type Params = readonly unknown[] | Record<string, unknown>;
type Rows = QueryResult | EntityData<AnyEntity> | EntityData<AnyEntity>[];

/**
 * Sends values beside the statement. MikroORM writes them into its text, and PostgreSQL logs the text of a statement that
 * failed or was slow: with password hashes and e-mails.
 */
export class BindingDriver extends PostgreSqlDriver {
  protected override readonly connection = new BindingConnection(this.config);
}

class BindingConnection extends PostgreSqlConnection {
  override async execute<T extends Rows = EntityData<AnyEntity>[]>(
    statement: Statement,
    params: Params = [],
    method: 'all' | 'get' | 'run' = 'all',
    transaction?: Transaction<Kysely<unknown>>,
    logging?: LoggingOptions,
  ): Promise<T> {
    await this.ensureConnection();
    const { text, values } = bind(this.platform, fragmentOf(statement, params));
    const run = async () => {
      const client = transaction ?? this.getClient();
      return this.transformRawResult<T>(await client.executeQuery(CompiledQuery.raw(text, values)), method);
    };
    return this.executeQuery(text, run, logging).catch((error: unknown) => {
      throw withoutValues(error);
    });
  }

  /** What it is made for holds its values in its text. */
  override stream(): never {
    throw new Error('Rows are not streamed here.');
  }
}

function fragmentOf(statement: Statement, params: Params): RawQueryFragment {
  if (statement instanceof NativeQueryBuilder) return statement.toRaw();
  return isRaw(statement) ? statement : raw(statement, params);
}
