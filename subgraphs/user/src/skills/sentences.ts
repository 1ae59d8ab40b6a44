import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of skills. */
export const sentences = {
  tooManySkills: (max: number) => ({
    en: `Choose at most ${max} skills.`,
    es: `Elige como máximo ${max} habilidades.`,
    pt: `Escolha no máximo ${max} habilidades.`,
  }),
  noSuchSkill: {
    en: 'There is no such skill.',
    es: 'No existe esa habilidad.',
    pt: 'Essa habilidade não existe.',
  },
  keyTaken: {
    en: 'Another skill has this key.',
    es: 'Otra habilidad tiene esta clave.',
    pt: 'Outra habilidade tem esta chave.',
  },
  noKey: {
    en: 'A key has 2 to 60 small letters a to z, digits and hyphens.',
    es: 'Una clave tiene de 2 a 60 letras minúsculas de la a a la z, cifras y guiones.',
    pt: 'Uma chave tem de 2 a 60 letras minúsculas de a a z, algarismos e hifens.',
  },
  languageTwice: {
    en: 'Give one label for each language.',
    es: 'Indica una etiqueta para cada idioma.',
    pt: 'Indique um rótulo para cada idioma.',
  },
  replacesItself: {
    en: 'A skill cannot replace itself.',
    es: 'Una habilidad no puede sustituirse a sí misma.',
    pt: 'Uma habilidade não pode substituir a si mesma.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
