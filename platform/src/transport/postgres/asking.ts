import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** Who asks a database, statement by statement. */
export interface Asking {
  query<Row extends QueryResultRow>(statement: string | QueryConfig, values?: readonly unknown[]): Promise<QueryResult<Row>>;
}
