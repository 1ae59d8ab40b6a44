import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchFile: {
    en: 'You have no such file.',
    es: 'No tienes ese archivo.',
    pt: 'Você não tem esse arquivo.',
  },
  notReady: {
    en: 'This file is not ready yet.',
    es: 'Este archivo todavía no está listo.',
    pt: 'Este arquivo ainda não está pronto.',
  },
  notFor: {
    en: 'This file was uploaded for something else.',
    es: 'Este archivo se subió para otra cosa.',
    pt: 'Este arquivo foi enviado para outra coisa.',
  },
} satisfies Record<string, Sentence>;
