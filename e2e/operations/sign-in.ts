import { randomUUID } from 'node:crypto';
import { RETURN_URL } from '@agora/platform/testing/identity-provider';
import { proveEmail } from '../mails.ts';
import type { Screen, Stage } from '../screen.ts';
import { addSecondFactor } from '../second-factor.ts';
import { PASSWORD, register } from '../shop.ts';

export async function play(stage: Stage): Promise<void> {
  const { agora, send } = stage;
  const ana = await register(agora, 'Ana Torres');
  await proveEmail(agora, ana);
  const credentials = { email: ana.email, password: PASSWORD, transport: 'BEARER' };
  await send('SignInPage');
  await signInAtProvider(stage);
  const signedIn = await send('SignIn', credentials);
  const kept = await send('SessionKeep', { refreshToken: signedIn.text('sessionCreate.session.refreshToken'), key: randomUUID() });
  const token = kept.text('sessionRefresh.session.accessToken');
  const proved = await send('SessionProve', { password: PASSWORD }, { token });

  const now = { id: ana.id, token: proved.text('sessionReauthenticate.session.accessToken') };
  const { recoveryCodes } = await addSecondFactor(agora, now);
  const challenged = await send('SignIn', credentials);
  const challenge = challenged.text('sessionCreate.challenge.token');
  await send('SignInSecondFactor', { input: { token: challenge, method: 'RECOVERY_CODE', code: recoveryCodes[0] } });
  await send('SignOut', {}, now);
}

async function signInAtProvider({ send, provider }: Stage): Promise<void> {
  const begun = await send('SignInWithProvider', { providerId: provider.setting.id, returnUrl: RETURN_URL });
  const person = { sub: randomUUID(), email: `${randomUUID()}@harbour.example`, email_verified: true, name: 'Eva Lind' };
  const returned = await provider.visit(begun.text('sessionProviderStart.authorizationUrl'), person);
  const browserKey = begun.text('sessionProviderStart.browserKey');
  await send('SignInProviderReturn', { input: { ...returned, browserKey, transport: 'BEARER' } });
}

/** Whoever answered the challenge, or needed to answer none, has none. */
export const notGiven: Screen['notGiven'] = {
  SignInSecondFactor: ['sessionChallengeComplete.challenge'],
  SignInProviderReturn: ['sessionProviderComplete.challenge'],
  SessionKeep: ['sessionRefresh.challenge'],
  SessionProve: ['sessionReauthenticate.challenge'],
};
