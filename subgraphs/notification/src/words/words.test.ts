import { describe, expect, test } from '@jest/globals';
import { wordsFor } from './words.ts';

const sale = {
  number: 'AG-1042',
  lines: [
    { quantity: 2, productName: 'Stoneware mug' },
    { quantity: 1, productName: 'Ash stool' },
  ],
  total: { minorUnits: 123_456, currencyCode: 'EUR' },
};

test('a buyer reads what was bought, and for how much', () => {
  expect(wordsFor('en').orderConfirmed(sale)).toEqual({
    title: 'Order AG-1042 is confirmed',
    body: '2 × Stoneware mug and 1 × Ash stool for €1,234.56 in all. Thank you for buying here.',
  });
});

test('a Spanish seller reads it in Spanish, with the amount as Spain writes it', () => {
  expect(wordsFor('es').productSold(sale)).toEqual({
    title: 'Vendiste 2 × Stoneware mug y 1 × Ash stool',
    body: 'El pedido AG-1042 está pagado: 1234,56\u00a0€ son tuyos.',
  });
});

describe('the language of', () => {
  const titleIn = (locale: string | null) => wordsFor(locale).orderConfirmed(sale).title;

  test.each([
    ['Colombian Spanish is Spanish', 'es-CO', 'Pedido AG-1042 confirmado'],
    ['a longer tag is found by its beginning', 'es-Latn-MX', 'Pedido AG-1042 confirmado'],
    ['a tag in other letters is the same', 'ES-co', 'Pedido AG-1042 confirmado'],
    ['Brazilian Portuguese is Portuguese', 'pt-BR', 'Pedido AG-1042 confirmado'],
    ['somebody whose language nobody wrote is English', 'fi-FI', 'Order AG-1042 is confirmed'],
    ['somebody unknown is English', null, 'Order AG-1042 is confirmed'],
    ['a tag that is none is English', 'es_!!', 'Order AG-1042 is confirmed'],
    ['nothing is English', '', 'Order AG-1042 is confirmed'],
  ])('%s', (_, locale, title) => {
    expect(titleIn(locale)).toBe(title);
  });

  test('a tag that begins well and ends badly still gives words', () => {
    expect(wordsFor('es-!!').orderConfirmed(sale).body).toContain('Stoneware mug');
  });

  test('a country decides how money looks', () => {
    const total = { minorUnits: 4_500_000, currencyCode: 'COP' };
    expect(wordsFor('es-CO').orderConfirmed({ ...sale, total }).body).toContain('$\u00a045.000,00');
    expect(wordsFor('es').orderConfirmed({ ...sale, total }).body).toContain('45.000,00\u00a0COP');
  });
});

test('an amount in yen has no decimals', () => {
  const total = { minorUnits: 1200, currencyCode: 'JPY' };
  expect(wordsFor('en').orderCancelled({ number: 'AG-1', reason: 'OUT_OF_STOCK', total }).body).toContain('¥1,200;');
});

test('every reason for a cancellation has its words in every language', () => {
  const reasons = ['OUT_OF_STOCK', 'PAYMENT_DECLINED', 'PAYMENT_TIMED_OUT', 'CUSTOMER_INVALID', 'BUYER_REQUEST', 'SAGA_TIMED_OUT'] as const;
  const bodies = ['en', 'es', 'pt'].flatMap((locale) => reasons.map((reason) => wordsFor(locale).orderCancelled({ ...sale, reason }).body));
  expect(new Set(bodies).size).toBe(bodies.length);
});

test('a Portuguese seller reads it in Portuguese', () => {
  expect(wordsFor('pt-BR').productSold(sale)).toEqual({
    title: 'Você vendeu 2 × Stoneware mug e 1 × Ash stool',
    body: 'O pedido AG-1042 está pago: €\u00a01.234,56 são seus.',
  });
});

test('a comment by somebody whose name is not known yet is by somebody', () => {
  const comment = { author: null, postTitle: 'Does it stack?', excerpt: 'Two do.' };
  expect(wordsFor('en').postCommented(comment)).toEqual({ title: 'Somebody commented on “Does it stack?”', body: 'Two do.' });
  expect(wordsFor('es').commentAnswered(comment).title).toBe('Alguien te respondió en «Does it stack?»');
});
