import type { Connection } from '@agora/platform/reading/connection';
import type { ChangedUser } from '../accounts/changed-user.ts';
import type { SkillRow } from './reads/skills.ts';

export type Skill = SkillRow;

export type SkillConnection = Connection<SkillRow>;

export type UserSkillsUpdatePayload = ChangedUser;

interface ChangedSkill {
  readonly skillId?: string;
}

export type SkillCreatePayload = ChangedSkill;

export type SkillUpdatePayload = ChangedSkill;

export interface SkillDeletePayload {
  readonly deletedSkillId?: string;
}
