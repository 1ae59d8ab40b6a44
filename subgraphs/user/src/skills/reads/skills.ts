import { beginningWith } from '@agora/platform/reading/beginning';
import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import type { SkillFilter } from './skill-filter.ts';
import { AccountSkill, Skill } from '../model.ts';

const skills = rowsOf(Skill);

export type SkillRow = RowOf<typeof skills>;

interface SkillsArgs extends PageArgs {
  readonly filter: SkillFilter;
  readonly languages: readonly string[];
}

export const skillReads = {
  skill: byKey({ rows: skills, key: 'id', asKey: idOf('skl') }),
  skillByKey: byKey({ rows: skills, key: 'key', asKey: (key) => (/^[a-z0-9-]{2,60}$/.test(key) ? key : null) }),
  skillsOf: allByKey({
    rows: {
      from: 'account_skill join skill on skill.id = account_skill.skill_id',
      columns: { ...skills.columns, accountId: columnsOf(AccountSkill, 'account').accountId },
    },
    key: 'accountId',
    asKey: idOf('usr'),
    order: 'account_skill.position, skill.id',
  }),
  skills: listOf({ rows: skills, where: conditionsOf, order: orderOf }),
};

function conditionsOf({ filter: { query, keys } }: SkillsArgs, bind: Bind): string[] {
  return [
    ...(query ? [`exists (select from jsonb_array_elements(skill.names) as name where ${hasWord(query, bind)})`] : []),
    ...(keys ? [`skill.key = any(${bind(keys)}::text[])`] : []),
  ];
}

function hasWord(typed: string, bind: Bind): string {
  return `' ' || search.unaccented(name ->> 'text') like '% ' || search.unaccented(${beginningWith(typed, bind)})`;
}

/** By the label that the reader is shown. */
function orderOf({ languages }: SkillsArgs, bind: Bind): ListOrder {
  const labels = languages.map(
    (locale) =>
      `(select name ->> 'text' from jsonb_array_elements(skill.names) as name where name ->> 'locale' = ${bind(locale)}::text limit 1)`,
  );
  return sortedBy(
    `skills in ${languages.join()}`,
    { sql: `search.unaccented(coalesce(${[...labels, "skill.names -> 0 ->> 'text'"].join(', ')}))`, type: 'text', direction: 'ASC' },
    { sql: 'skill.id', type: 'text', direction: 'ASC' },
  );
}
