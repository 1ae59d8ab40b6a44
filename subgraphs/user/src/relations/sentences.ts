import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of whom they block, mute and note something about. */
export const sentences = {
  oneself: {
    en: 'That is yourself.',
    es: 'Eres tú.',
    pt: 'É você.',
  },
  tooManyBlocked: (max: number) => ({
    en: `Block at most ${max} accounts.`,
    es: `Bloquea como máximo ${max} cuentas.`,
    pt: `Bloqueie no máximo ${max} contas.`,
  }),
  tooManyMuted: (max: number) => ({
    en: `Mute at most ${max} accounts.`,
    es: `Silencia como máximo ${max} cuentas.`,
    pt: `Silencie no máximo ${max} contas.`,
  }),
  tooManyNotes: (max: number) => ({
    en: `Keep notes about at most ${max} accounts.`,
    es: `Guarda notas sobre un máximo de ${max} cuentas.`,
    pt: `Guarde notas sobre no máximo ${max} contas.`,
  }),
  notBlocked: {
    en: 'You have not blocked this account.',
    es: 'No has bloqueado esta cuenta.',
    pt: 'Você não bloqueou esta conta.',
  },
  notMuted: {
    en: 'You have not muted this account.',
    es: 'No has silenciado esta cuenta.',
    pt: 'Você não silenciou esta conta.',
  },
  untilPast: {
    en: 'Give an instant in the future.',
    es: 'Indica un momento futuro.',
    pt: 'Indique um momento no futuro.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
