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
  regionNeeded: {
    en: 'The post of this country needs a state, province or department.',
    es: 'El correo de este país necesita un estado, provincia o departamento.',
    pt: 'O correio deste país precisa de um estado, província ou departamento.',
  },
  postalCodeNeeded: {
    en: 'The post of this country needs a postal code.',
    es: 'El correo de este país necesita un código postal.',
    pt: 'O correio deste país precisa de um código postal.',
  },
  noPostalCode: {
    en: 'This is no postal code of this country.',
    es: 'Esto no es un código postal de este país.',
    pt: 'Isto não é um código postal deste país.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
