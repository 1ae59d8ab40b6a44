import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserSkillsChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import type { UserCode } from '../../codes.ts';
import { Skill } from '../model.ts';
import { sentences } from '../sentences.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

const MAX_SKILLS = 50;

/**
 * Sets somebody's skills, in this order.
 * @throws LIMIT_REACHED; NOT_FOUND for a key that the catalogue does not have.
 */
export async function setSkills(em: EntityManager, accountId: string, given: readonly string[]): Promise<void> {
  const keys = [...new Set(given)];
  if (keys.length > MAX_SKILLS) throw new Refusal<UserCode>('LIMIT_REACHED', sentences.tooManySkills(MAX_SKILLS), ['skillKeys']);
  await transaction(em, async (tx) => {
    // Nobody removes one of them meanwhile; whoever does locks the skill first, too.
    const skills = await tx.find(Skill, { key: keys.filter(isKey) }, { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' } });
    await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const idOf = new Map(skills.map(({ id, key }) => [key, id]));
    const unknown = given.findIndex((key) => !idOf.has(key));
    if (unknown !== -1) throw new Refusal('NOT_FOUND', sentences.noSuchSkill, ['skillKeys', String(unknown)]);
    await query(tx, 'delete from account_skill where account_id = $1', [accountId]);
    await query(
      tx,
      `insert into account_skill (account_id, skill_id, position)
       select $1, id, position from unnest($2::text[]) with ordinality as given (id, position)`,
      [accountId, keys.map((key) => idOf.get(key))],
    );
    await announceChange(tx, 'PROFILE_CHANGED', UserSkillsChanged, { userId: accountId, skillKeys: keys });
  });
}

/** What PostgreSQL would refuse to look for. */
function isKey(key: string): boolean {
  return !key.includes('\0') && key.isWellFormed();
}
