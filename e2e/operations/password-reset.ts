import { tokenMailedTo } from '../mails.ts';
import type { Stage } from '../screen.ts';
import { register } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const { email } = await register(agora, 'Ana Torres');
  await send('PasswordForgotten', { email });
  const token = await tokenMailedTo(agora, email, 'reset-password');
  await send('PasswordNew', { token, newPassword: 'another horse battery' });
}
