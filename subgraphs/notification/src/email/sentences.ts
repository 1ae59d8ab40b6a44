import type { Sentence } from '@agora/platform/input/sentence';

/** What admins are told of e-mails. */
export const sentences = {
  noSuchEmail: {
    en: 'There is no such e-mail.',
    es: 'No existe ese correo.',
    pt: 'Esse e-mail não existe.',
  },
  notToBeRetried: {
    en: 'It was sent, waits to be sent, or has come too late.',
    es: 'Ya se envió, espera a ser enviado o llega demasiado tarde.',
    pt: 'Já foi enviado, espera para ser enviado ou chega tarde demais.',
  },
  noneNamed: {
    en: 'Say which e-mails.',
    es: 'Indica qué correos.',
    pt: 'Indique quais e-mails.',
  },
} satisfies Record<string, Sentence>;
