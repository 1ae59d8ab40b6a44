import type { Sentence } from '@agora/platform/input/sentence';

/** What sellers are told of their page. */
export const sentences = {
  notSeller: {
    en: 'You do not sell here any more.',
    es: 'Ya no vendes aquí.',
    pt: 'Você já não vende aqui.',
  },
} satisfies Record<string, Sentence>;
