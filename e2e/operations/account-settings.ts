import type { Stage } from '../screen.ts';
import { register } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [ana, eva, leo] = await Promise.all([register(agora, 'Ana Torres'), register(agora, 'Eva Lind'), register(agora, 'Leo Haas')]);
  await send('PreferencesSave', { input: { locale: 'pt-BR', currencyCode: 'BRL', timeZone: 'America/Sao_Paulo', theme: 'DARK' } }, ana);
  await send('ContactSave', { input: { phone: '+573001234567', alternateEmail: 'ana@elsewhere.example' } }, ana);
  await send('PersonBlock', { id: eva.id }, ana);
  await send('PersonMute', { id: leo.id, until: new Date(Date.now() + 3_600_000).toISOString() }, ana);
  await send('PersonNote', { id: leo.id, note: 'Writes a lot.' }, ana);
  await send('AccountSettings', {}, ana);
  await send('PersonUnblock', { id: eva.id }, ana);
  await send('PersonUnmute', { id: leo.id }, ana);
}
