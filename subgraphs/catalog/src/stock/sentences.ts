import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchVariant: {
    en: 'You have no such variant.',
    es: 'No tienes esa variante.',
    pt: 'Você não tem essa variante.',
  },
  noSuchLocation: {
    en: 'The seller keeps no stock there.',
    es: 'El vendedor no guarda existencias ahí.',
    pt: 'O vendedor não guarda estoque aí.',
  },
  notZero: {
    en: 'Say how many units come, or go: 0 changes nothing.',
    es: 'Indica cuántas unidades llegan o salen: 0 no cambia nada.',
    pt: 'Diga quantas unidades entram ou saem: 0 não muda nada.',
  },
  tooFewUnits: (available: number) => ({
    en: `Only ${available} units are there that are not set aside for orders.`,
    es: `Ahí solo hay ${available} unidades que no están apartadas para pedidos.`,
    pt: `Aí só há ${available} unidades que não estão separadas para pedidos.`,
  }),
  fewerThanReserved: (reserved: number) => ({
    en: `${reserved} units there are set aside for orders, so there must be as many.`,
    es: `Ahí hay ${reserved} unidades apartadas para pedidos, así que tiene que haber al menos esas.`,
    pt: `Aí há ${reserved} unidades separadas para pedidos, então é preciso haver pelo menos essas.`,
  }),
  otherCount: (onHand: number) => ({
    en: `The books have ${onHand} units there.`,
    es: `En los libros constan ${onHand} unidades ahí.`,
    pt: `Nos livros constam ${onHand} unidades aí.`,
  }),
  fullLocation: (max: number) => ({
    en: `No more than ${max} units of a variant can be in one place.`,
    es: `En un mismo lugar no puede haber más de ${max} unidades de una variante.`,
    pt: `Num mesmo lugar não pode haver mais de ${max} unidades de uma variante.`,
  }),
  countedTwice: {
    en: 'This variant is already counted there.',
    es: 'Esta variante ya está contada ahí.',
    pt: 'Esta variante já está contada aí.',
  },
  sameLocation: {
    en: 'They are there already: choose another place.',
    es: 'Ya están ahí: elige otro lugar.',
    pt: 'Elas já estão aí: escolha outro lugar.',
  },
  tooManyLocations: (max: number) => ({
    en: `You can keep stock at ${max} places at most.`,
    es: `Puedes guardar existencias en ${max} lugares como máximo.`,
    pt: `Você pode guardar estoque em no máximo ${max} lugares.`,
  }),
  noOwnLocation: {
    en: 'You have no such place.',
    es: 'No tienes ese lugar.',
    pt: 'Você não tem esse lugar.',
  },
  lastActive: {
    en: 'It is the only place that orders are filled from.',
    es: 'Es el único lugar desde el que se atienden pedidos.',
    pt: 'É o único lugar de onde os pedidos são atendidos.',
  },
  needsDefault: {
    en: 'Make another place the default instead.',
    es: 'Haz predeterminado otro lugar en su lugar.',
    pt: 'Em vez disso, torne outro lugar o padrão.',
  },
  defaultStays: {
    en: 'It is the default: make another place the default first.',
    es: 'Es el lugar predeterminado: haz predeterminado otro antes.',
    pt: 'É o lugar padrão: torne outro o padrão antes.',
  },
  holdsStock: {
    en: 'There is stock in it: move it first.',
    es: 'Tiene existencias: muévelas antes.',
    pt: 'Tem estoque: mova-o antes.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
