import { query, transaction, violates } from '@agora/platform/database/database';
import { newRow } from '@agora/platform/database/new-row';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId, prefixOf } from '@agora/platform/ids';
import { columnsOf, text, texts } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { UserSkillsChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import type { UserCode } from '../../codes.ts';
import { Skill, type SkillName } from '../model.ts';
import { sentences } from '../sentences.ts';

/**
 * Adds to the catalogue; answers the skill's id.
 * @throws ALREADY_EXISTS.
 */
export async function createSkill(
  em: EntityManager,
  given: { readonly key: string; readonly names: readonly SkillName[] },
): Promise<string> {
  const id = newId('skl');
  try {
    await transaction(em, (tx) => tx.persist(newRow(Skill, { id, ...given, userCount: 0 })).flush());
  } catch (error) {
    if (!violates(error, 'skill_key_unique')) throw error;
    throw new Refusal<UserCode>('ALREADY_EXISTS', sentences.keyTaken, ['key']);
  }
  return id;
}

/** @throws NOT_FOUND. */
export async function renameSkill(em: EntityManager, id: string, names: readonly SkillName[]): Promise<void> {
  await transaction(em, async (tx) => void ((await lockSkill(tx, id, 'skillId')).names = names));
}

/**
 * Removes a skill from the catalogue and from everybody, which is announced of each; who has it gets the other one in its place, where
 * that is given.
 * @throws NOT_FOUND; INVALID where it would replace itself.
 */
export async function deleteSkill(em: EntityManager, id: string, replaceById: string | null): Promise<void> {
  if (id === replaceById) throw new Refusal('INVALID', sentences.replacesItself, ['replaceById']);
  await transaction(em, async (tx) => {
    const skill = await lockSkill(tx, id, 'skillId');
    if (replaceById !== null) await lockSkill(tx, replaceById, 'replaceById');
    const holderIds = (await lockHolders(tx, [id])).map(({ id: holderId }) => holderId);
    await query(
      tx,
      `insert into account_skill (account_id, skill_id, position)
       select account_id, $2, position from account_skill where skill_id = $1 and $2::text is not null on conflict do nothing`,
      [id, replaceById],
    );
    await query(tx, 'delete from account_skill where skill_id = $1', [id]);
    await tx.remove(skill).flush();
    for (const holder of await skillsOf(tx, [holderIds])) await announce(tx, UserSkillsChanged, holder);
    await tellViewers(tx, 'PROFILE_CHANGED', holderIds);
  });
}

const lockHolders = statement(
  columnsOf(Account, 'id'),
  (columns) => `select ${columns} from account
    where id in (select account_id from account_skill where skill_id = $1) order by id for update`,
);

const skillsOf = statement(
  {
    userId: text('holder.id'),
    skillKeys: texts(`coalesce(array_agg(skill.key order by account_skill.position, skill.id) filter (where skill.id is not null), '{}')`),
  },
  (columns) => `select ${columns} from unnest($1::text[]) as holder (id)
    left join account_skill on account_skill.account_id = holder.id
    left join skill on skill.id = account_skill.skill_id
    group by holder.id`,
);

/** Counts anew how many people have each skill; a count that is right is left alone. */
export async function recountSkills(em: EntityManager): Promise<void> {
  await query(
    em,
    `update skill set user_count = counted.count
     from (select skill.id, count(account_skill.account_id)::int as count from skill left join account_skill on skill_id = skill.id group by skill.id) counted
     where counted.id = skill.id and user_count <> counted.count`,
  );
}

async function lockSkill(tx: EntityManager, id: string, field: string): Promise<Skill> {
  const skill = prefixOf(id) === 'skl' ? await tx.findOne(Skill, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!skill) throw new Refusal('NOT_FOUND', sentences.noSuchSkill, [field]);
  return skill;
}
