import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchProduct: {
    en: 'There is no such product.',
    es: 'No existe ese producto.',
    pt: 'Esse produto não existe.',
  },
  noSuchReview: {
    en: 'There is no such review.',
    es: 'No existe esa reseña.',
    pt: 'Essa avaliação não existe.',
  },
  noReviewOfYours: {
    en: 'You have no such review.',
    es: 'No tienes esa reseña.',
    pt: 'Você não tem essa avaliação.',
  },
  ownProduct: {
    en: 'Your own product is reviewed by others.',
    es: 'Tu propio producto lo reseñan otros.',
    pt: 'O seu próprio produto é avaliado por outros.',
  },
  oneOfEach: {
    en: 'You have reviewed this product already: change your review.',
    es: 'Ya reseñaste este producto: cambia tu reseña.',
    pt: 'Você já avaliou este produto: mude a sua avaliação.',
  },
  ownReview: {
    en: 'Whether your review helps is for others to say.',
    es: 'Si tu reseña ayuda lo dicen otros.',
    pt: 'Se a sua avaliação ajuda, são os outros que dizem.',
  },
  partOfIt: {
    en: 'Somebody else has to decide: you wrote this review, or it is about your product.',
    es: 'Tiene que decidir otra persona: escribiste esta reseña o trata de tu producto.',
    pt: 'Outra pessoa tem de decidir: você escreveu esta avaliação ou ela é sobre o seu produto.',
  },
  suspended: {
    en: 'Your account is suspended.',
    es: 'Tu cuenta está suspendida.',
    pt: 'A sua conta está suspensa.',
  },
  isApproved: {
    en: 'This review is shown already.',
    es: 'Esta reseña ya se muestra.',
    pt: 'Esta avaliação já é mostrada.',
  },
  isRejected: {
    en: 'This review was turned down already.',
    es: 'Esta reseña ya fue rechazada.',
    pt: 'Esta avaliação já foi recusada.',
  },
  noAnswer: {
    en: 'There is no answer to this review.',
    es: 'Esta reseña no tiene respuesta.',
    pt: 'Esta avaliação não tem resposta.',
  },
} satisfies Record<string, Sentence>;
