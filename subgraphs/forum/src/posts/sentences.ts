import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchCommunity: {
    en: 'There is no such community.',
    es: 'No existe esa comunidad.',
    pt: 'Essa comunidade não existe.',
  },
  noSuchProduct: {
    en: 'There is no such product.',
    es: 'No existe ese producto.',
    pt: 'Esse produto não existe.',
  },
} satisfies Record<string, Sentence>;
