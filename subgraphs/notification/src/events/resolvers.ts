import type { Resolvers } from '../graph/schema.generated.ts';

export const events: Resolvers = {
  Query: {
    eventCatalog: (_, { owner }, { eventCatalog }) => eventCatalog.filter((event) => owner == null || event.owner === owner),
  },
};
