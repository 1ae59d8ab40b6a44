import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of their profiles. */
export const sentences = {
  otherKind: {
    en: 'Your profile is of another kind.',
    es: 'Tu perfil es de otro tipo.',
    pt: 'O seu perfil é de outro tipo.',
  },
  verifiedSellerStays: {
    en: 'A verified seller stays a business.',
    es: 'Un vendedor verificado sigue siendo una empresa.',
    pt: 'Um vendedor verificado continua sendo uma empresa.',
  },
  yearOutside: {
    en: 'Give a year from 1000 to this one.',
    es: 'Indica un año desde 1000 hasta el actual.',
    pt: 'Indique um ano de 1000 até o atual.',
  },
  notYetBorn: {
    en: 'Give a day in the past.',
    es: 'Indica un día del pasado.',
    pt: 'Indique um dia no passado.',
  },
  notYetGiven: {
    en: 'Give a day that is not in the future.',
    es: 'Indica un día que no sea futuro.',
    pt: 'Indique um dia que não seja futuro.',
  },
  noCategory: {
    en: 'There is no such category.',
    es: 'No existe esa categoría.',
    pt: 'Essa categoria não existe.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
