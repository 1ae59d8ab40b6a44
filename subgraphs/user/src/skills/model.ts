import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';

export interface SkillName {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
}

const SkillSchema = defineEntity({
  name: 'Skill',
  properties: impersonal({
    id: p.text().primary(),
    key: p.text().unique(),
    /** At least one; the first is for who reads none of their languages. */
    names: p.json().$type<readonly SkillName[]>(),
    /** Recounted every few minutes. */
    userCount: p.integer(),
  }),
});

/** An entry of the catalogue of skills. */
export class Skill extends SkillSchema.class {}
SkillSchema.setClass(Skill);

const AccountSkillSchema = defineEntity({
  name: 'AccountSkill',
  indexes: [{ properties: ['skill', 'account'] }],
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    skill: () => p.manyToOne(Skill).primary(),
    position: p.integer(),
  }),
});

/** That somebody has a skill. */
export class AccountSkill extends AccountSkillSchema.class {}
AccountSkillSchema.setClass(AccountSkill);
