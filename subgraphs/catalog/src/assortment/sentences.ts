import type { Sentence } from '@agora/platform/input/sentence';

/** Why a category was not removed. */
export const sentences = {
  inUse: {
    en: 'There are products in this category or branches below it: say where they are to go.',
    es: 'Hay productos en esta categoría o ramas debajo de ella: indica adónde deben ir.',
    pt: 'Há produtos nesta categoria ou ramos abaixo dela: indique para onde devem ir.',
  },
  movesIntoItself: {
    en: 'What is in a category cannot move to the same one, or to one below it.',
    es: 'Lo que hay en una categoría no puede pasar a la misma ni a una que esté debajo.',
    pt: 'O que está numa categoria não pode ir para ela mesma nem para uma abaixo dela.',
  },
} satisfies Record<string, Sentence>;
