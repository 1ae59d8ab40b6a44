import type { EntityManager } from '@mikro-orm/postgresql';
import { type Columns, number, type RowWith } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { type Bind, type Order, orderBy, type PageOfService, within } from './place.ts';

export interface ServiceListOptions<Read extends Columns, Filter> {
  readonly columns: Read;
  readonly from: string;
  readonly order: Order;
  /** Conditions that all hold. */
  readonly where: (filter: Filter, bind: Bind) => readonly string[];
}

/** The part that one service has of a list over all of them: the gateway makes pages of the parts. */
export interface ServiceList<Row, Filter> {
  page(em: EntityManager, service: string, page: PageOfService, filter: Filter): Promise<Row[]>;
  count(em: EntityManager, filter: Filter): Promise<number>;
  /** The one of which all conditions hold. */
  find(em: EntityManager, conditions: readonly string[], values: readonly unknown[]): Promise<Row | null>;
}

export function serviceList<Read extends Columns, Filter>(options: ServiceListOptions<Read, Filter>): ServiceList<RowWith<Read>, Filter> {
  const { columns, from, order, where } = options;
  return {
    async page(em, service, page, filter) {
      const { values, bind } = binding();
      const conditions = [...where(filter, bind), ...within(service, page, order, bind)];
      const end = `order by ${orderBy(page, order)} limit ${page.size}`;
      const rows = await statement(columns, (select) => `select ${select} from ${from} where ${all(conditions)} ${end}`)(em, values);
      return page.isLast ? rows.toReversed() : rows;
    },

    async count(em, filter) {
      const { values, bind } = binding();
      const conditions = where(filter, bind);
      const [row] = await statement(COUNT, (select) => `select ${select} from ${from} where ${all(conditions)}`)(em, values);
      return row?.count ?? 0;
    },

    async find(em, conditions, values) {
      const [row] = await statement(columns, (select) => `select ${select} from ${from} where ${all(conditions)}`)(em, values);
      return row ?? null;
    },
  };
}

const COUNT = { count: number('count(*)') };

function binding(): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

function all(conditions: readonly string[]): string {
  return conditions.join(' and ') || 'true';
}
