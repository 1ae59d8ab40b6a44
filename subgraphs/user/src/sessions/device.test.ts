import { expect, test } from '@jest/globals';
import { deviceOf, labelOf } from './device.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0',
    { kind: 'DESKTOP', browser: 'Firefox', operatingSystem: 'Windows' },
    'Firefox en Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    { kind: 'MOBILE', browser: 'Safari', operatingSystem: 'iOS' },
    'Safari en iOS',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    { kind: 'TABLET', browser: 'Safari', operatingSystem: 'iOS' },
    'Safari en iOS',
  ],
  ['curl/8.5.0', { kind: 'OTHER', browser: 'curl', operatingSystem: null }, 'curl'],
  ['Mozilla/5.0', { kind: 'OTHER', browser: null, operatingSystem: null }, 'Dispositivo desconocido'],
  [null, { kind: 'OTHER', browser: null, operatingSystem: null }, 'Dispositivo desconocido'],
])('%s is a device that people know again', (userAgent, device, label) => {
  expect(deviceOf(userAgent)).toEqual(device);
  expect(labelOf(deviceOf(userAgent)).es).toBe(label);
});
