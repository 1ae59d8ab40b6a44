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
  noSuchProjection: {
    en: 'There is no such projection.',
    es: 'No existe esa proyección.',
    pt: 'Essa projeção não existe.',
  },
  whichProjection: {
    en: 'Say which projection.',
    es: 'Indica qué proyección.',
    pt: 'Indique qual projeção.',
  },
  noSuchGroup: {
    en: 'This service has no such group.',
    es: 'Este servicio no tiene ese grupo.',
    pt: 'Este serviço não tem esse grupo.',
  },
  noSuchReplay: {
    en: 'There is no such replay.',
    es: 'No existe esa repetición.',
    pt: 'Essa repetição não existe.',
  },
  replayRuns: {
    en: 'This projection is being filled already.',
    es: 'Esta proyección ya se está rellenando.',
    pt: 'Esta projeção já está sendo preenchida.',
  },
  redeliveryRuns: {
    en: 'This group is being handed events again already.',
    es: 'Este grupo ya está recibiendo eventos de nuevo.',
    pt: 'Este grupo já está recebendo eventos de novo.',
  },
  noSuchTopic: {
    en: 'This group does not listen to that topic.',
    es: 'Este grupo no escucha ese tema.',
    pt: 'Este grupo não escuta esse tópico.',
  },
  ofRebuildAlone: {
    en: 'A projection is named for REBUILD alone.',
    es: 'Solo se indica una proyección con REBUILD.',
    pt: 'Só se indica uma projeção com REBUILD.',
  },
  ofRedeliverAlone: {
    en: 'Topics are named for REDELIVER alone: a projection is made of all of its events.',
    es: 'Solo se indican temas con REDELIVER: una proyección se hace con todos sus eventos.',
    pt: 'Só se indicam tópicos com REDELIVER: uma projeção é feita com todos os seus eventos.',
  },
  replayEnded: {
    en: 'This replay has ended.',
    es: 'Esta repetición ya terminó.',
    pt: 'Esta repetição já terminou.',
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
