import { randomBytes, randomUUID } from 'node:crypto';
import { tokenMailedTo } from '../mails.ts';
import type { Screen, Stage } from '../screen.ts';
import { PASSWORD } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  await send('RegisterPage', { username: 'buyer' });
  const email = `${randomBytes(8).toString('hex')}@people.example`;
  const input = { email, password: PASSWORD, displayName: 'Ana Torres', locale: 'es', profileKind: 'BUSINESS' };
  const token = (await send('Register', { input, key: randomUUID() })).text('userRegister.session.accessToken');
  await send('EmailVerifyAgain', {}, { token });
  await send('EmailVerify', { token: await tokenMailedTo(agora, email, 'verify-email') }, { token });
}

/** Who has just registered has not proved the address. */
export const notGiven: Screen['notGiven'] = { Register: ['userRegister.user.emailVerifiedAt'] };
