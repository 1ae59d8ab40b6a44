import type { Sentence } from './sentence.ts';

/** What every service says of what it was given. */
export const sentences = {
  invalid: {
    en: 'This is not acceptable.',
    es: 'Esto no se puede aceptar.',
    pt: 'Isto não pode ser aceito.',
  },
  missing: {
    en: 'This is needed.',
    es: 'Esto hace falta.',
    pt: 'Isto é necessário.',
  },
  empty: {
    en: 'This must not be empty.',
    es: 'Esto no puede quedar vacío.',
    pt: 'Isto não pode ficar vazio.',
  },
  tooLong: (max: number) => ({
    en: `This must not be longer than ${max} characters.`,
    es: `Esto no puede tener más de ${max} caracteres.`,
    pt: `Isto não pode ter mais de ${max} caracteres.`,
  }),
  tooSmall: (least: number) => ({
    en: `This must be at least ${least}.`,
    es: `Esto debe ser al menos ${least}.`,
    pt: `Isto deve ser pelo menos ${least}.`,
  }),
  tooBig: (max: number) => ({
    en: `This must be at most ${max}.`,
    es: `Esto debe ser como máximo ${max}.`,
    pt: `Isto deve ser no máximo ${max}.`,
  }),
  tooMany: (max: number) => ({
    en: `Give at most ${max}.`,
    es: `Indica como máximo ${max}.`,
    pt: `Indique no máximo ${max}.`,
  }),
  changedMeanwhile: {
    en: 'Somebody else changed this meanwhile.',
    es: 'Alguien más lo cambió entretanto.',
    pt: 'Outra pessoa mudou isto nesse meio-tempo.',
  },
  severalLines: {
    en: 'This must be on one line.',
    es: 'Esto debe estar en una sola línea.',
    pt: 'Isto deve estar em uma só linha.',
  },
  controlCharacters: {
    en: 'This must not hold control characters.',
    es: 'Esto no puede contener caracteres de control.',
    pt: 'Isto não pode conter caracteres de controle.',
  },
  halfCharacter: {
    en: 'This holds half of a character.',
    es: 'Esto contiene un carácter incompleto.',
    pt: 'Isto contém um caractere incompleto.',
  },
  nulOrHalfCharacter: {
    en: 'This must not hold NUL or half of a character.',
    es: 'Esto no puede contener NUL ni un carácter incompleto.',
    pt: 'Isto não pode conter NUL nem um caractere incompleto.',
  },
  invisible: {
    en: 'This needs a character that can be seen.',
    es: 'Esto necesita un carácter que se pueda ver.',
    pt: 'Isto precisa de um caractere que se possa ver.',
  },
  directionOverridden: {
    en: 'This must not override the direction of its characters.',
    es: 'Esto no puede invertir la dirección de sus caracteres.',
    pt: 'Isto não pode inverter a direção dos seus caracteres.',
  },
  directionLeftOpen: {
    en: 'This must not turn the direction of what comes after it.',
    es: 'Esto no puede cambiar la dirección de lo que viene después.',
    pt: 'Isto não pode mudar a direção do que vem depois.',
  },
  noAmount: (decimals: number) => ({
    en: `Give an amount from 0 with at most ${decimals} decimals.`,
    es: `Indica un importe desde 0 con ${decimals} decimales como máximo.`,
    pt: `Indique um valor a partir de 0 com no máximo ${decimals} casas decimais.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
