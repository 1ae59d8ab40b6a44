import type { Screen, Stage } from '../screen.ts';
import { signIn } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const admin = await signIn(agora, 'admin');
  await send('AuditTrail', {}, admin);
  await send('AuditTrail', { filter: { services: ['catalog'] } }, admin);
  await send('AuditTrail', { filter: { services: ['forum'] } }, admin);
}

/** All services are there. */
export const notGiven: Screen['notGiven'] = { AuditTrail: ['auditTrail.unreachableServices'] };
