import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of their addresses. */
export const sentences = {
  noSuchAddress: {
    en: 'You have no such address.',
    es: 'No tienes esa dirección.',
    pt: 'Você não tem esse endereço.',
  },
  bookFull: (max: number) => ({
    en: `An address book holds at most ${max} addresses.`,
    es: `Una libreta tiene como máximo ${max} direcciones.`,
    pt: `Uma agenda tem no máximo ${max} endereços.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
