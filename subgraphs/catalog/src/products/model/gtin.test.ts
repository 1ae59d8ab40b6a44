import { expect, test } from '@jest/globals';
import { isGtin, longestForm } from './gtin.ts';

test.each(['96385074', '036000291452', '4006381333931', '10012345678902', '0036000291452'])('%s is a barcode of goods', (code) => {
  expect(isGtin(code)).toBe(true);
});

test.each([
  '96385075',
  '4006381333930',
  '400638133393',
  '40063813339310',
  '4006381333 931',
  '',
  '1234567',
  '00000000000000000',
  '٩٦٣٨٥٠٧٤',
])('%s is none', (code) => {
  expect(isGtin(code)).toBe(false);
});

test('what an American scanner reads is what a European one reads with a leading zero', () => {
  expect(longestForm('036000291452')).toBe(longestForm('0036000291452'));
});
