import type { Sentence } from '@agora/platform/input/sentence';

/** What notification says to people whose wish it cannot fulfil. */
export const sentences = {
  noneNamed: {
    en: 'Say which notifications, or all.',
    es: 'Indica qué notificaciones, o todas.',
    pt: 'Indique quais notificações, ou todas.',
  },
  noSuchNotification: {
    en: 'There is no such notification.',
    es: 'No existe esa notificación.',
    pt: 'Essa notificação não existe.',
  },
  tooManyIds: (max: number) => ({
    en: `Give at most ${max} ids, or all.`,
    es: `Indica como máximo ${max} identificadores, o todas.`,
    pt: `Indique no máximo ${max} identificadores, ou todas.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
