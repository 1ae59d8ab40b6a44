import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { toldSecrets } from '../testing/logs.ts';

test('a log that tells a secret is found, by the line', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'agora-logs-'));
  const mac = 'm'.repeat(43);
  const lines = [
    'LOG:  database system is ready to accept connections',
    "STATEMENT:  insert into account values ('$argon2id$v=19$m=19456')",
    'Key (email)=(zoe@people.example) already exists.',
    `{"accessToken":"eyJhbGciOiJFZERTQSIs.eyJyb2xlcyI6WyJV.${mac}"}`,
    `ses_01m8mnnc9me01b389tgwk2vwdr.1.${mac}`,
    '"authorization":"Bearer abc"',
    'String cannot represent a non string value: ["correct horse battery"]',
  ];
  writeFileSync(path.join(folder, 'agora.log'), lines.join('\n'));
  const told = await toldSecrets(folder);
  rmSync(folder, { recursive: true });
  expect(told.map((line) => line.split(': ')[0])).toEqual([
    'agora.log:2 holds a hash of a password',
    'agora.log:3 holds an e-mail',
    'agora.log:4 holds an access token',
    'agora.log:5 holds a refresh token',
    'agora.log:6 holds an authorization',
    'agora.log:7 holds a password',
  ]);
});
