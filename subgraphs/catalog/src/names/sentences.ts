import type { Sentence } from '@agora/platform/input/sentence';

/** What is wrong with names and addresses. */
export const sentences = {
  noSlug: {
    en: 'A slug has small letters a to z, digits, and single hyphens between them.',
    es: 'Un slug tiene letras minúsculas de la a a la z, cifras y guiones sueltos entre ellas.',
    pt: 'Um slug tem letras minúsculas de a a z, algarismos e hifens simples entre eles.',
  },
  noLanguageOfOurs: {
    en: 'The marketplace does not speak this language: give English, Spanish or Portuguese.',
    es: 'El mercado no habla este idioma: indica español, inglés o portugués.',
    pt: 'O mercado não fala este idioma: indique português, inglês ou espanhol.',
  },
  languageTwice: {
    en: 'Give each language once.',
    es: 'Indica cada idioma una sola vez.',
    pt: 'Indique cada idioma uma só vez.',
  },
  noLanguage: {
    en: 'Give at least one language.',
    es: 'Indica al menos un idioma.',
    pt: 'Indique pelo menos um idioma.',
  },
} satisfies Record<string, Sentence>;
