import { checked } from '@agora/platform/input/input';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { labelIn } from '../names/model/label.ts';
import { wantedLanguages } from '../names/reads/translations.ts';
import { createDefinition } from './commands/create-definition.ts';
import { deleteDefinition } from './commands/delete-definition.ts';
import { updateDefinition } from './commands/update-definition.ts';
import { AttributeDefinitionCreateInput, AttributeDefinitionsArgs, AttributeDefinitionUpdateInput } from './inputs.ts';
import type { AttributeDefinitionCreatePayload } from './mappers.ts';
import type { DefinitionRow } from './reads/definitions.ts';

/** The typed facts that products can tell; admins say which. */
export const attributes: Resolvers = {
  Query: {
    attributeDefinitions: (_, { filter, ...page }, { loaders }) =>
      loaders.attributeDefinitions.load({ ...page, ...checked(AttributeDefinitionsArgs, { filter }) }),
  },

  Mutation: {
    attributeDefinitionCreate: async (_, { input }, { em }) => ({
      attributeDefinitionId: await createDefinition(em, checked(AttributeDefinitionCreateInput, input)),
    }),

    attributeDefinitionUpdate: async (_, { input }, { em }) => {
      const { attributeDefinitionId: id, expectedVersion = null, ...facts } = checked(AttributeDefinitionUpdateInput, input);
      await updateDefinition(em, { id, facts, expectedVersion });
      return { attributeDefinitionId: id };
    },

    attributeDefinitionDelete: async (_, { input: { attributeDefinitionId } }, { em }) => {
      await deleteDefinition(em, attributeDefinitionId);
      return { deletedAttributeDefinitionId: attributeDefinitionId };
    },
  },

  AttributeDefinition: {
    __resolveReference: ({ id }, { loaders }) => loaders.attributeDefinition.load(id),
    name: ({ names }, { locale }, { languages }) => labelIn(names, wantedLanguages(locale, languages)),
    names: ({ names }) => [...names],
    choices: ({ choices }) => [...choices],
  },

  AttributeChoice: {
    label: ({ labels }, { locale }, { languages }) => labelIn(labels, wantedLanguages(locale, languages)),
    labels: ({ labels }) => [...labels],
  },

  AttributeDefinitionCreatePayload: { attributeDefinition: changedDefinition },
  AttributeDefinitionUpdatePayload: { attributeDefinition: changedDefinition },
  AttributeDefinitionDeletePayload: {
    deletedAttributeDefinitionId: ({ deletedAttributeDefinitionId }) => deletedAttributeDefinitionId ?? null,
  },
};

function changedDefinition(
  { attributeDefinitionId }: AttributeDefinitionCreatePayload,
  _: unknown,
  { loaders }: Context,
): Promise<DefinitionRow | null> | null {
  return attributeDefinitionId === undefined ? null : loaders.attributeDefinition.load(attributeDefinitionId);
}
