import { describe, expect, test } from '@jest/globals';
import { passesFirstLook } from './first-look.ts';

const OPEN = { holdsAll: false, forbiddenWords: ['Estafa', 'caça níquel'] };
const passes = (body: string, rules = OPEN, title: string | null = null) => passesFirstLook({ title, body }, rules);

describe('a review is shown at once', () => {
  test.each([
    'It holds 2.5 litres and cost 19,90 €; I bought 12 of them in 2026.',
    'Llegó el 12-10-2026 a las 10:30. Perfecto!',
    'É ótima. Chegou antes. Recomendo.',
    'OK',
    'USB-C, HDMI.',
    '素晴らしい製品です。とても気に入りました。また買います。',
    'Me estafaron en otro sitio, aquí no.',
    '',
  ])('%s', (body) => {
    expect(passes(body)).toBe(true);
  });
});

describe('a moderator looks at a review first', () => {
  test.each([
    ['with a link', 'Cheaper at https://elsewhere.example/bowls'],
    ['with an address that has no scheme', 'Mira en ofertas-baratas.shop'],
    ['with a mail address', 'Write to ana.torres@correo.example'],
    ['with a mail address that hides', 'ana (at) correo (dot) example'],
    ['with a telephone number', 'Llámame al +34 612 34 56 78'],
    ['that shouts', 'THIS IS THE BEST BOWL THAT I EVER BOUGHT'],
    ['with a forbidden word, however it is written', 'Es una ESTAFA.'],
    ['with a forbidden phrase', 'Parece caca-niquel!'],
  ])('%s', (_, body) => {
    expect(passes(body)).toBe(false);
    expect(passes('', OPEN, body)).toBe(false);
  });

  test('whatever it says, where the marketplace wants that', () => {
    expect(passes('Lovely.', { ...OPEN, holdsAll: true })).toBe(false);
  });
});
