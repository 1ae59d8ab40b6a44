import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noAmountIn: (currencyCode: string) => ({
    en: `This is no amount in ${currencyCode}.`,
    es: `Esto no es un importe en ${currencyCode}.`,
    pt: `Isto não é um valor em ${currencyCode}.`,
  }),
} satisfies Record<string, (...facts: never[]) => Sentence>;
