import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
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
} satisfies Record<string, Sentence>;
