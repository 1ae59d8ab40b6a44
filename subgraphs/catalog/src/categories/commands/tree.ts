import { lock } from '@agora/platform/database/advisory-lock';
import { query } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf, number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { Category, MAX_LEVELS } from '../model/category.ts';
import { sentences } from '../sentences.ts';
import { demandFewAttributes } from './demand-few-attributes.ts';

/** Whoever changes the tree waits for whoever does: two changes that are right each by itself may be wrong together. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await lock(tx, 'category tree');
}

/** @throws NOT_FOUND, naming the field of the input. */
export async function lockCategory(tx: EntityManager, id: string, field: string): Promise<Category> {
  const category = prefixOf(id) === 'cat' ? await tx.findOne(Category, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!category) throw new Refusal('NOT_FOUND', sentences.noSuchCategory, [field]);
  return category;
}

/** The same, or null for the top. */
export async function lockParent(tx: EntityManager, id: string | null | undefined, field = 'parentId'): Promise<Category | null> {
  return id === null || id === undefined ? null : lockCategory(tx, id, field);
}

/** Gives a category its place among its siblings. Where none is said it is the last, and no other gets another one: whoever reads them page by page misses none. */
export async function place(tx: EntityManager, { id, parent }: Category, position?: number | null): Promise<void> {
  const others = (await childrenOf(tx, [parent?.id ?? null])).filter((sibling) => sibling.id !== id);
  if (position == null) await query(tx, 'update category set position = $2 where id = $1', [id, (others.at(-1)?.position ?? -1) + 1]);
  else await arrange(tx, others.map((sibling) => sibling.id).toSpliced(position, 0, id));
}

/** Closes the gap that a child has left. */
export async function closeGap(tx: EntityManager, parent: Category | null): Promise<void> {
  await arrange(
    tx,
    (await childrenOf(tx, [parent?.id ?? null])).map(({ id }) => id),
  );
}

const childrenOf = statement(
  columnsOf(Category, 'id', 'position'),
  (columns) => `select ${columns} from category where parent_id is not distinct from $1::text order by position, id`,
);

async function arrange(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await query(
    tx,
    `update category set position = placed.number - 1 from unnest($1::text[]) with ordinality as placed (id, number)
     where placed.id = category.id and category.position <> placed.number - 1`,
    [ids],
  );
}

/**
 * Puts a category and all below it under another one, or at the top.
 * @throws LIMIT_REACHED where that would be too deep, or asked for too many attributes, naming the field of the input.
 */
export async function hang(tx: EntityManager, category: Category, parent: Category | null, field: string): Promise<void> {
  const levels = category.path.length;
  category.moveTo(parent);
  await tx.flush();
  await query(tx, 'update category set path = $2::text[] || path[$3::int + 1:] where path @> array[$1::text] and id <> $1', [
    category.id,
    category.path,
    levels,
  ]);
  await demandDepth(tx, category.id, field);
  await demandFewAttributes(tx, category.id, field);
}

/** @throws LIMIT_REACHED where the category, or one below it, is too deep. */
export async function demandDepth(tx: EntityManager, categoryId: string, field: string): Promise<void> {
  const [deepest] = await levelsBelow(tx, [categoryId]);
  if ((deepest?.levels ?? 0) > MAX_LEVELS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooDeep(MAX_LEVELS), [field]);
}

const levelsBelow = statement(
  { levels: number('max(cardinality(path))') },
  (columns) => `select ${columns} from category where path @> array[$1::text]`,
);
