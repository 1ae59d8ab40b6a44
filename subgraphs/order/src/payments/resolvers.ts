import { languageFor } from '@agora/platform/input/sentence';
import type { Resolvers } from '../graph/schema.generated.ts';

export const payments: Resolvers = {
  Query: {
    paymentMethods: (_, __, { paymentMethods }) => [...paymentMethods.values()],
  },

  PaymentMethod: {
    name: ({ name }, { locale }, { languages }) => name[wanted(locale, languages)],
    description: ({ description }, { locale }, { languages }) => description[wanted(locale, languages)],
  },
};

function wanted(locale: string | null | undefined, languages: readonly string[]) {
  return languageFor(locale == null ? languages : [locale, ...languages]);
}
