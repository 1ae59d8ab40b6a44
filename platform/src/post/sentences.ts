import type { Sentence } from '../input/sentence.ts';

/** What people are told of addresses and phone numbers. */
export const sentences = {
  noPhone: {
    en: 'Write a phone number with its country: +573001234567.',
    es: 'Escribe el número de teléfono con su país: +573001234567.',
    pt: 'Escreva o número de telefone com o país: +573001234567.',
  },
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
} satisfies Record<string, Sentence>;
