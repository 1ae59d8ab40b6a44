import type { Sentence } from '@agora/platform/input/sentence';

/** What is wrong with an attribute. */
export const sentences = {
  noSuchAttribute: {
    en: 'There is no such attribute.',
    es: 'No existe ese atributo.',
    pt: 'Esse atributo não existe.',
  },
  keyTaken: {
    en: 'Another attribute has this key.',
    es: 'Otro atributo tiene esta clave.',
    pt: 'Outro atributo tem esta chave.',
  },
  noKey: {
    en: 'A key has 1 to 40 small letters a to z, digits and underscores.',
    es: 'Una clave tiene de 1 a 40 letras minúsculas de la a a la z, cifras y guiones bajos.',
    pt: 'Uma chave tem de 1 a 40 letras minúsculas de a a z, algarismos e sublinhados.',
  },
  reservedKey: {
    en: 'A search has something else of this name.',
    es: 'La búsqueda tiene otra cosa con este nombre.',
    pt: 'A busca tem outra coisa com este nome.',
  },
  noValue: {
    en: 'A choice has a name of 1 to 40 small letters a to z, digits and hyphens.',
    es: 'Una opción tiene un nombre de 1 a 40 letras minúsculas de la a a la z, cifras y guiones.',
    pt: 'Uma opção tem um nome de 1 a 40 letras minúsculas de a a z, algarismos e hifens.',
  },
  choiceTwice: {
    en: 'Give each choice once.',
    es: 'Indica cada opción una sola vez.',
    pt: 'Indique cada opção uma só vez.',
  },
  choicesMissing: {
    en: 'Say what can be chosen.',
    es: 'Indica qué se puede elegir.',
    pt: 'Indique o que se pode escolher.',
  },
  nothingToChoose: {
    en: 'Nothing is chosen for an attribute of this kind.',
    es: 'En un atributo de este tipo no se elige nada.',
    pt: 'Num atributo deste tipo não se escolhe nada.',
  },
  noNumbers: {
    en: 'Only numbers have a unit.',
    es: 'Solo los números tienen unidad.',
    pt: 'Só números têm unidade.',
  },
  tooManyChoices: (max: number) => ({
    en: `There can be at most ${max} choices.`,
    es: `Puede haber como máximo ${max} opciones.`,
    pt: `Pode haver no máximo ${max} opções.`,
  }),
  choiceInUse: {
    en: 'Products have a choice that would go.',
    es: 'Hay productos que tienen una opción que desaparecería.',
    pt: 'Há produtos que têm uma opção que desapareceria.',
  },
  askedFor: {
    en: 'A category asks for this attribute: take it off there first.',
    es: 'Una categoría pide este atributo: quítalo antes de allí.',
    pt: 'Uma categoria pede este atributo: retire-o antes de lá.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
