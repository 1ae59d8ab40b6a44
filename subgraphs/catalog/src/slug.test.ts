import { expect, test } from '@jest/globals';
import { slugOf } from './slug.ts';

test('a slug is what is left of a name in small letters, digits and single hyphens', () => {
  expect(slugOf('Lámpara de pie, roble')).toBe('lampara-de-pie-roble');
  expect(slugOf('  --Über & out!  ')).toBe('uber-out');
  expect(slugOf('猫')).toBe('product');
  expect(slugOf('x'.repeat(79) + ' yz')).toBe('x'.repeat(79));
});
