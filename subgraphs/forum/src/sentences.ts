import type { Sentence } from '@agora/platform/input/sentence';

/** What forum says to people whose wish it cannot fulfil. */
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
  noSuchPost: {
    en: 'There is no such post.',
    es: 'No existe esa publicación.',
    pt: 'Essa publicação não existe.',
  },
  noSuchComment: {
    en: 'There is no such comment on this post.',
    es: 'No existe ese comentario en esta publicación.',
    pt: 'Esse comentário não existe nesta publicação.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
