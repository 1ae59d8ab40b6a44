import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchPost: {
    en: 'There is no such post.',
    es: 'No existe esa publicación.',
    pt: 'Essa publicação não existe.',
  },
  apart: {
    en: 'You cannot write to each other: one of you has blocked the other.',
    es: 'No podéis escribiros: una de las dos personas ha bloqueado a la otra.',
    pt: 'Vocês não podem escrever um ao outro: um de vocês bloqueou o outro.',
  },
  noSuchComment: {
    en: 'There is no such comment on this post.',
    es: 'No existe ese comentario en esta publicación.',
    pt: 'Esse comentário não existe nesta publicação.',
  },
} satisfies Record<string, Sentence>;
