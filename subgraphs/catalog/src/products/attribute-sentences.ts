import type { Sentence } from '@agora/platform/input/sentence';

/** What sellers are told of what their products tell. */
export const sentences = {
  notAsked: {
    en: 'Products of this category have no such attribute.',
    es: 'Los productos de esta categoría no tienen ese atributo.',
    pt: 'Os produtos desta categoria não têm esse atributo.',
  },
  toldTwice: {
    en: 'Give each attribute once.',
    es: 'Indica cada atributo una sola vez.',
    pt: 'Indique cada atributo uma só vez.',
  },
  wanted: {
    TEXT: { en: 'Give a text for this.', es: 'Indica un texto para esto.', pt: 'Indique um texto para isto.' },
    NUMBER: { en: 'Give a number for this.', es: 'Indica un número para esto.', pt: 'Indique um número para isto.' },
    BOOLEAN: { en: 'Say yes or no to this.', es: 'Responde sí o no a esto.', pt: 'Responda sim ou não a isto.' },
    DATE: { en: 'Give a day for this.', es: 'Indica un día para esto.', pt: 'Indique um dia para isto.' },
    CHOICE: { en: 'Choose one for this.', es: 'Elige una opción para esto.', pt: 'Escolha uma opção para isto.' },
    CHOICES: {
      en: 'Choose at least one for this.',
      es: 'Elige al menos una opción para esto.',
      pt: 'Escolha pelo menos uma opção para isto.',
    },
  },
  noSuchChoice: {
    en: 'This cannot be chosen here.',
    es: 'Esto no se puede elegir aquí.',
    pt: 'Isto não pode ser escolhido aqui.',
  },
  chosenTwice: {
    en: 'Choose each only once.',
    es: 'Elige cada opción una sola vez.',
    pt: 'Escolha cada opção uma só vez.',
  },
  missing: ({ en, es, pt }: Sentence) => ({
    en: `Products of this category have to tell: ${en}.`,
    es: `Los productos de esta categoría deben indicar: ${es}.`,
    pt: `Os produtos desta categoria devem informar: ${pt}.`,
  }),
  yes: { en: 'Yes', es: 'Sí', pt: 'Sim' },
  no: { en: 'No', es: 'No', pt: 'Não' },
} satisfies Record<string, Sentence | Record<string, Sentence> | ((...facts: never[]) => Sentence)>;
