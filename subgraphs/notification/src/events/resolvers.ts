import type { Resolvers } from '../graph/schema.generated.ts';

export const events: Resolvers = {
  Query: {
    eventCatalog: (_, __, { eventCatalog }) => [...eventCatalog],
  },
};
