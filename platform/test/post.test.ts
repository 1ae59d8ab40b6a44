import { expect, test } from '@jest/globals';
import { labelOf, postOf } from '../src/post/post.ts';
import type { PostalAddress } from '../src/post/postal-address.ts';

test.each<[Partial<PostalAddress>, string[]]>([
  [{ countryCode: 'CO', region: 'Antioquia' }, ['Ana Ruiz', 'Taller', 'Calle 1 # 2-3', 'Piso 4', 'Medellín, Antioquia, 050021']],
  [{ countryCode: 'DE', city: 'Köln', postalCode: '50667', line2: null, companyName: null }, ['Ana Ruiz', 'Calle 1 # 2-3', '50667 Köln']],
  [
    { countryCode: 'JP', city: '千代田区', region: '東京都', postalCode: '100-0001', companyName: null, line2: null },
    ['〒100-0001', '東京都', '千代田区', 'Calle 1 # 2-3', 'Ana Ruiz'],
  ],
  [
    { countryCode: 'SG', city: 'Singapore', postalCode: '018956', line2: null },
    ['Ana Ruiz', 'Taller', 'Calle 1 # 2-3', 'SINGAPORE 018956'],
  ],
  [{ countryCode: 'AO', city: 'Luanda', postalCode: null, line2: null, companyName: null }, ['Ana Ruiz', 'Calle 1 # 2-3', 'Luanda']],
])('a label is written as the country writes it: %j', (differently, lines) => {
  const address = { recipientName: 'Ana Ruiz', companyName: 'Taller', line1: 'Calle 1 # 2-3', line2: 'Piso 4', city: 'Medellín' };
  expect(labelOf({ ...address, region: null, postalCode: '050021', countryCode: 'CO', phone: null, ...differently })).toEqual(lines);
});

test('the post of each country asks for what it needs', () => {
  expect(postOf('US')).toMatchObject({ needsRegion: true, needsPostalCode: true });
  expect(postOf('DE')).toMatchObject({ needsRegion: false, needsPostalCode: true });
  expect(postOf('AO')).toMatchObject({ needsRegion: false, needsPostalCode: false });
  expect(['90210', '90210-1234', '9021', '902101', 'x90210'].map(postOf('US').isPostalCode)).toEqual([true, true, false, false, false]);
  expect(postOf('AO').isPostalCode('whatever')).toBe(true);
});
