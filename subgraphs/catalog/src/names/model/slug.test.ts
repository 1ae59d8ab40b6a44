import { expect, test } from '@jest/globals';
import { slugOf } from './slug.ts';

test.each([
  ['Lámpara de pie, roble', 'lampara-de-pie-roble'],
  ['  --Über & out!  ', 'uber-out'],
  ["Ana's iPhone15Case", 'ana-s-iphone15case'],
  ['Ana’s “Café crème”', 'ana-s-cafe-creme'],
  ['E\u0301clair', 'eclair'],
  ['Straße, Øl, Łódź', 'strasse-ol-lodz'],
  ['Đà Nẵng', 'da-nang'],
  ['Кофе', 'kofe'],
  ['Чайник Гжель', 'chaynik-gzhel'],
  ['Ελληνικός καφές', 'ellinikos-kafes'],
  ['北京烤鸭', 'beijingkaoya'],
  ['ラーメン', 'ramen'],
  ['김치', 'gimchi'],
  ['كرسي خشب', 'krsy-khshb'],
  ['🐈', 'cat2'],
  ['!?', 'product'],
  ['', 'product'],
])('a slug is how a name is spelled in small Latin letters, digits and single hyphens: %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a slug ends where it would be too long, and on a letter', () => {
  expect(slugOf('x'.repeat(79) + ' yz')).toBe('x'.repeat(79));
  expect(slugOf('北'.repeat(100))).toHaveLength(80);
});
