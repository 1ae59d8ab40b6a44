import { Refusal } from '@agora/platform/errors';
import { number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { sentences } from '../sentences.ts';

/** Attributes that products of a category are asked for, inherited ones included. */
export const MAX_ATTRIBUTES = 50;

/** @throws LIMIT_REACHED where the category, or one below it, asks for too many attributes. */
export async function demandFewAttributes(tx: EntityManager, categoryId: string, field: string): Promise<void> {
  const [most] = await mostAttributes(tx, [categoryId]);
  if ((most?.count ?? 0) > MAX_ATTRIBUTES) throw tooManyAttributes(field);
}

export function tooManyAttributes(field: string): Refusal<CatalogCode> {
  return new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyAttributes(MAX_ATTRIBUTES), [field]);
}

const mostAttributes = statement(
  { count: number('count(distinct own.definition_id)') },
  (columns) => `select ${columns} from category branch join category_attribute own on own.category_id = any(branch.path)
    where branch.path @> array[$1::text] group by branch.id order by 1 desc limit 1`,
);
