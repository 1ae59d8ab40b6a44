import { newId } from '@agora/platform/ids';
import { describe, expect, test } from '@jest/globals';
import { Email } from './email.ts';

const NOW = new Date('2026-11-30T09:00:00.000Z');

function queued(): Email {
  const given = {
    id: newId('eml'),
    address: 'ana@people.example',
    recipientId: null,
    templateKey: 'welcome',
    locale: 'en',
    subject: 'Hello',
  };
  return Email.queue({ ...given, variables: {}, sealedSecrets: 'sealed', expiresAt: null }, NOW);
}

describe('a mail whose sender stops in the middle of it', () => {
  test('is tried again at once, and has as many attempts left as before', () => {
    const email = queued();
    email.begin(NOW);
    email.interrupted('The sender stopped.', NOW);
    expect([email.status, email.nextAttemptAt]).toEqual(['FAILED', NOW]);
    let tries = 0;
    for (; email.nextAttemptAt !== null; tries++) {
      email.begin(NOW);
      email.failed({ error: 'Not now.', isFinal: false, firstWaitMs: 1 }, NOW);
    }
    expect(tries).toBe(8);
  });

  test('is given up where that never ends, until an operator asks for more', () => {
    const email = queued();
    for (let tries = 0; tries < 100 && email.nextAttemptAt !== null; tries++) {
      email.begin(NOW);
      email.interrupted('The sender stopped.', NOW);
    }
    expect([email.status, email.attempts]).toEqual(['DEAD', 24]);
    expect(email.retry(NOW)).toBe(true);
    email.begin(NOW);
    email.interrupted('The sender stopped.', NOW);
    expect(email.nextAttemptAt).toEqual(NOW);
  });
});
