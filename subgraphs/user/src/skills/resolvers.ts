import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { createSkill, deleteSkill, renameSkill } from './commands/edit-catalogue.ts';
import { setSkills } from './commands/set-skills.ts';
import { SkillCreateInput, SkillUpdateInput } from './inputs.ts';
import { labelIn, wantedLanguages } from './label.ts';
import type { SkillCreatePayload } from './mappers.ts';
import { SkillFilter } from './reads/skill-filter.ts';
import type { SkillRow } from './reads/skills.ts';

/** What people can do, as the marketplace names it. */
export const skills: Resolvers = {
  Query: {
    skills: (_, { filter, ...page }, { languages, loaders }) =>
      loaders.skills.load({ ...page, filter: checked(SkillFilter, filter ?? {}), languages }),
  },

  Mutation: {
    userSkillsUpdate: async (_, { input: { skillKeys } }, { em, actor }) => {
      const { id: userId } = signedIn(actor);
      await setSkills(em, userId, skillKeys);
      return { userId };
    },

    skillCreate: async (_, { input }, { em }) => ({ skillId: await createSkill(em, checked(SkillCreateInput, input)) }),

    skillUpdate: async (_, { input }, { em }) => {
      const { skillId, names } = checked(SkillUpdateInput, input);
      await renameSkill(em, skillId, names);
      return { skillId };
    },

    skillDelete: async (_, { input: { skillId, replaceById } }, { em }) => {
      await deleteSkill(em, skillId, replaceById ?? null);
      return { deletedSkillId: skillId };
    },
  },

  Skill: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.skill.load(reference.id) : loaders.skillByKey.load(reference.key),
    name: ({ names }, { locale }, { languages }) => labelIn(names, wantedLanguages(locale, languages)),
    names: ({ names }) => [...names],
  },

  User: {
    skills: async ({ id }, _, { loaders }) => [...(await loaders.skillsOf.load(id))],
  },

  UserSkillsUpdatePayload: { user: changedUser },
  SkillCreatePayload: { skill: changedSkill },
  SkillUpdatePayload: { skill: changedSkill },
  SkillDeletePayload: { deletedSkillId: ({ deletedSkillId }) => deletedSkillId ?? null },
};

function changedSkill({ skillId }: SkillCreatePayload, _: unknown, { loaders }: Context): Promise<SkillRow | null> | null {
  return skillId === undefined ? null : loaders.skill.load(skillId);
}
