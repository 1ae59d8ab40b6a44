import type { Sentence } from '@agora/platform/input/sentence';

/** Why the tree of categories was not changed. */
export const sentences = {
  noSuchCategory: {
    en: 'There is no such category.',
    es: 'No existe esa categoría.',
    pt: 'Essa categoria não existe.',
  },
  slugTaken: {
    en: 'Another category has this slug.',
    es: 'Otra categoría tiene este slug.',
    pt: 'Outra categoria tem este slug.',
  },
  tooDeep: (levels: number) => ({
    en: `There are at most ${levels} categories from the top down.`,
    es: `Hay como máximo ${levels} categorías de arriba abajo.`,
    pt: `Há no máximo ${levels} categorias de cima para baixo.`,
  }),
  tooManyAttributes: (max: number) => ({
    en: `Products of one category can be asked for at most ${max} attributes, with those of the branches above.`,
    es: `A los productos de una categoría se les pueden pedir como máximo ${max} atributos, con los de las ramas de arriba.`,
    pt: `Aos produtos de uma categoria podem ser pedidos no máximo ${max} atributos, com os dos ramos acima.`,
  }),
  askedTwice: {
    en: 'Give each attribute once.',
    es: 'Indica cada atributo una sola vez.',
    pt: 'Indique cada atributo uma só vez.',
  },
  belowItself: {
    en: 'A category cannot be below itself.',
    es: 'Una categoría no puede estar debajo de sí misma.',
    pt: 'Uma categoria não pode ficar abaixo de si mesma.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
