import type { Resolvers } from './schema.generated.ts';

export const events: Resolvers = {
  Query: {
    eventCatalog: (_, __, { eventCatalog }) => [...eventCatalog],
  },
};
