import { randomBytes } from 'node:crypto';
import type { Stage } from '../screen.ts';
import { signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const admin = await signIn(agora, 'admin');
  const key = `grafting-${randomBytes(4).toString('hex')}`;
  const created = await send('SkillAdd', { input: { key, names: [{ locale: 'en', text: 'Grafting' }] } }, admin);
  const skillId = created.text('skillCreate.skill.id');
  await send('SkillSave', { input: { skillId, names: [{ locale: 'es', text: 'Injertos' }] } }, admin);
  await send('AdminSettings', {}, admin);
  await send('SkillDrop', { input: { skillId } }, admin);
}
