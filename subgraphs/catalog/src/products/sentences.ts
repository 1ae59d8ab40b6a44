import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noSuchCategory: {
    en: 'There is no such category.',
    es: 'No existe esa categoría.',
    pt: 'Essa categoria não existe.',
  },
  noSuchProduct: {
    en: 'You have no such product.',
    es: 'No tienes ese producto.',
    pt: 'Você não tem esse produto.',
  },
  notVerified: {
    en: 'Only verified sellers may publish; ask the marketplace to verify you.',
    es: 'Solo los vendedores verificados pueden publicar; pide al mercado que te verifique.',
    pt: 'Só vendedores verificados podem publicar; peça ao mercado que verifique você.',
  },
  sellerSuspended: {
    en: 'Your account is suspended: what you sell is off sale until it is restored.',
    es: 'Tu cuenta está suspendida: lo que vendes está fuera de venta hasta que se restablezca.',
    pt: 'A sua conta está suspensa: o que você vende fica fora de venda até que ela seja restabelecida.',
  },
  noDraft: {
    en: 'This product is no draft any more.',
    es: 'Este producto ya no es un borrador.',
    pt: 'Este produto já não é um rascunho.',
  },
  originalLanguage: {
    en: 'The product was written in this language: change its own name and description.',
    es: 'El producto se escribió en este idioma: cambia su propio nombre y descripción.',
    pt: 'O produto foi escrito neste idioma: mude o próprio nome e a descrição.',
  },
  noLanguageNamed: {
    en: 'Say which languages.',
    es: 'Indica qué idiomas.',
    pt: 'Indique quais idiomas.',
  },
  tooManyLanguages: (max: number) => ({
    en: `A product has at most ${max} languages.`,
    es: `Un producto tiene como máximo ${max} idiomas.`,
    pt: `Um produto tem no máximo ${max} idiomas.`,
  }),
  tagTwice: {
    en: 'One of these key words stands there twice.',
    es: 'Una de estas palabras clave está dos veces.',
    pt: 'Uma destas palavras-chave está duas vezes.',
  },
  slugTaken: {
    en: 'Another product has, or lately had, this slug.',
    es: 'Otro producto tiene, o tuvo hace poco, este slug.',
    pt: 'Outro produto tem, ou teve há pouco, este slug.',
  },
  thereIsNoSuchProduct: {
    en: 'There is no such product.',
    es: 'No existe ese producto.',
    pt: 'Esse produto não existe.',
  },
  ownProduct: {
    en: 'Somebody else has to decide about your own product.',
    es: 'Sobre tu propio producto tiene que decidir otra persona.',
    pt: 'Sobre o seu próprio produto outra pessoa tem de decidir.',
  },
  noVariantEnabled: {
    en: 'Enable a variant first: there is nothing to buy.',
    es: 'Activa primero una variante: no hay nada que comprar.',
    pt: 'Ative primeiro uma variante: não há nada para comprar.',
  },
  noOtherProduct: {
    en: 'You have no other product with this id.',
    es: 'No tienes otro producto con este id.',
    pt: 'Você não tem outro produto com este id.',
  },
  relatedTwice: {
    en: 'Give each product once.',
    es: 'Indica cada producto una sola vez.',
    pt: 'Indique cada produto uma só vez.',
  },
  takenDown: {
    en: 'Moderators took this product off sale; it can be published again once they reinstate it.',
    es: 'Los moderadores retiraron este producto; se podrá publicar de nuevo cuando lo restituyan.',
    pt: 'Os moderadores retiraram este produto; ele poderá ser publicado de novo quando o reintegrarem.',
  },
  notTakenDown: {
    en: 'This product was not taken down.',
    es: 'Este producto no fue retirado.',
    pt: 'Este produto não foi retirado.',
  },
  messageNeeded: {
    en: 'Say why, where no other reason fits.',
    es: 'Di por qué, si no encaja otro motivo.',
    pt: 'Diga por quê, se nenhum outro motivo se aplica.',
  },
  notInTime: {
    en: 'Choose a moment in the future, at most a year ahead.',
    es: 'Elige un momento futuro, como máximo dentro de un año.',
    pt: 'Escolha um momento no futuro, no máximo daqui a um ano.',
  },
  offBeforeOn: {
    en: 'It can go off sale only after it went on sale.',
    es: 'Solo puede salir de la venta después de ponerse a la venta.',
    pt: 'Só pode sair de venda depois de ser posto à venda.',
  },
  notOnSaleByThen: {
    en: 'Say when the draft goes on sale, too.',
    es: 'Indica también cuándo se pone a la venta el borrador.',
    pt: 'Indique também quando o rascunho é posto à venda.',
  },
  takenDownNoCopy: {
    en: 'Moderators took this product off sale; it can be copied once they reinstate it.',
    es: 'Los moderadores retiraron este producto; se podrá copiar cuando lo restituyan.',
    pt: 'Os moderadores retiraram este produto; ele poderá ser copiado quando o reintegrarem.',
  },
  notPublished: {
    en: 'This product is not on sale.',
    es: 'Este producto no está en venta.',
    pt: 'Este produto não está à venda.',
  },
  archived: {
    en: 'This product is archived already.',
    es: 'Este producto ya está archivado.',
    pt: 'Este produto já está arquivado.',
  },
  notArchived: {
    en: 'This product is not archived.',
    es: 'Este producto no está archivado.',
    pt: 'Este produto não está arquivado.',
  },
  notJustADraft: {
    en: 'Only a draft that was never ordered or reviewed can be removed; archive this product instead.',
    es: 'Solo se puede eliminar un borrador que nunca se pidió ni se reseñó; mejor archiva este producto.',
    pt: 'Só se pode remover um rascunho que nunca foi pedido nem avaliado; em vez disso, arquive este produto.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
