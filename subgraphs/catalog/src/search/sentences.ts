import type { Sentence } from '@agora/platform/input/sentence';

export const sentences = {
  noAmountIn: (currencyCode: string) => ({
    en: `This is no amount in ${currencyCode}.`,
    es: `Esto no es un importe en ${currencyCode}.`,
    pt: `Isto não é um valor em ${currencyCode}.`,
  }),
  oneOfFour: {
    en: 'Give one of values, number, boolean and date.',
    es: 'Dé uno de values, number, boolean y date.',
    pt: 'Dê um de values, number, boolean e date.',
  },
  category: { en: 'Category', es: 'Categoría', pt: 'Categoria' },
  price: { en: 'Price', es: 'Precio', pt: 'Preço' },
  rating: { en: 'Rating', es: 'Valoración', pt: 'Avaliação' },
  starsAndMore: (stars: string) => ({
    en: `${stars} ${stars === '1' ? 'star' : 'stars'} and more`,
    es: `${stars} ${stars === '1' ? 'estrella' : 'estrellas'} o más`,
    pt: `${stars} ${stars === '1' ? 'estrela' : 'estrelas'} ou mais`,
  }),
  availability: { en: 'Availability', es: 'Disponibilidad', pt: 'Disponibilidade' },
  available: { en: 'In stock', es: 'En existencia', pt: 'Em estoque' },
  soldOut: { en: 'Sold out', es: 'Agotado', pt: 'Esgotado' },
  yes: { en: 'Yes', es: 'Sí', pt: 'Sim' },
  no: { en: 'No', es: 'No', pt: 'Não' },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
