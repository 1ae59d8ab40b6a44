import type { Sentence } from '../input/sentence.ts';

/** Why an operator was refused. */
export const sentences = {
  notDeadAnyMore: {
    en: 'This event is not dead any more.',
    es: 'Este evento ya no está descartado.',
    pt: 'Este evento já não está descartado.',
  },
  noSuchEvent: {
    en: 'There is no such event.',
    es: 'No existe ese evento.',
    pt: 'Esse evento não existe.',
  },
  noSuchService: {
    en: 'There is no such service.',
    es: 'No existe ese servicio.',
    pt: 'Esse serviço não existe.',
  },
  noSuchSaga: {
    en: 'There is no such process.',
    es: 'No existe ese proceso.',
    pt: 'Esse processo não existe.',
  },
  nothingWaits: {
    en: 'Nothing of this key waits.',
    es: 'No hay nada en espera con esta clave.',
    pt: 'Não há nada em espera com esta chave.',
  },
  headIsDead: {
    en: 'The first event of this key was given up: retry or skip that one.',
    es: 'El primer evento de esta clave fue descartado: reinténtalo u omítelo.',
    pt: 'O primeiro evento desta chave foi descartado: tente-o de novo ou ignore-o.',
  },
  sayWhy: {
    en: 'Say why.',
    es: 'Indica el motivo.',
    pt: 'Indique o motivo.',
  },
  ofOneService: {
    en: 'Name events of one service.',
    es: 'Indica eventos de un solo servicio.',
    pt: 'Indique eventos de um único serviço.',
  },
  nameEvents: (max: number) => ({
    en: `Name 1 to ${max} events.`,
    es: `Indica de 1 a ${max} eventos.`,
    pt: `Indique de 1 a ${max} eventos.`,
  }),
} satisfies Readonly<Record<string, Sentence | ((max: number) => Sentence)>>;
