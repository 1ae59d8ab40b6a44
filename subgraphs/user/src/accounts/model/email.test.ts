import { expect, test } from '@jest/globals';
import { emailFrom } from './email.ts';

test.each([
  ['ana@example.com', 'ana@example.com'],
  [' Ana.Ruiz+shop@Example.COM ', 'ana.ruiz+shop@example.com'],
  ["o'brien_{x}@mail.example", "o'brien_{x}@mail.example"],
  ['ａｎａ@ｅｘａｍｐｌｅ.com', 'ana@example.com'],
  ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
  ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example'],
  ['ana@bu\u0308cher.example', 'ana@xn--bcher-kva.example'],
  ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example'],
  ['ana@пример.рф', 'ana@xn--e1afmkfd.xn--p1ai'],
  ['ana@xn--e1afmkfd.xn--p1ai', 'ana@xn--e1afmkfd.xn--p1ai'],
  ['ana@例え。テスト', 'ana@xn--r8jz45g.xn--zckzah'],
  ['ana@مثال.إختبار', 'ana@xn--mgbh0fb.xn--kgbechtv'],
  [`${'a'.repeat(64)}@${'b'.repeat(63)}.example`, `${'a'.repeat(64)}@${'b'.repeat(63)}.example`],
])('%s is the address %s', (written, email) => {
  expect(emailFrom(written)).toBe(email);
});

test.each([
  '',
  'ana',
  '@example.com',
  'ana@',
  'ana@example',
  'ana@.example',
  'ana@example.',
  'ana@-a.example',
  'ana@a-.example',
  'ana@a..example',
  'ana@127.0.0.1',
  'ana@127.1',
  'ana@[127.0.0.1]',
  'ana@exa%6dple.com',
  'ana@exam ple.com',
  'ana@example.com/x',
  'ana@example.com:25',
  'ana@xn--.example',
  'ana@xn--a-ecp.ru\0',
  'ana@e\u00adxample.com',
  '.ana@example.com',
  'ana.@example.com',
  'a..na@example.com',
  'a na@example.com',
  'a@na@example.com',
  '"ana"@example.com',
  'аna@example.com',
  'ana\0@example.com',
  'ana\u202e@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ana@${'b'.repeat(64)}.example`,
  `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}`,
])('%j is no address', (text) => {
  expect(emailFrom(text)).toBeNull();
});
