import { ask } from '../client.ts';
import { proveEmail } from '../mails.ts';
import type { Screen, Stage } from '../screen.ts';
import { addSecondFactor } from '../second-factor.ts';
import { postReview } from '../reviews.ts';
import { demoProduct, PASSWORD, register, signIn, signInWith } from '../shop.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const admin = await signIn(agora, 'admin');
  const ana = await register(agora, 'Ana Torres');
  await proveEmail(agora, ana);
  await addSecondFactor(agora, ana);
  await postReview(agora, ana, { productId: demoProduct('moon-vase').id, rating: 4, body: 'Calm.' });
  await send('AdminPeople', { filter: { query: 'taller' }, sort: { field: 'CREATED_AT', direction: 'DESC' } }, admin);
  await send('RoleGive', { userId: ana.id, role: 'MODERATOR', reason: 'Looks after the garden community.' }, admin);
  await send('RoleTake', { userId: ana.id, role: 'MODERATOR', reason: 'Has no time any more.' }, admin);
  await send('AdminPerson', { id: ana.id }, admin);
  await send('PersonSecondFactorReset', { input: { userId: ana.id, reason: 'Lost the telephone, came to the office.' } }, admin);
  await signInWith(agora, { email: ana.email, password: PASSWORD });
  await send('AdminPeople', { filter: { query: 'Ana Torres' }, sort: { field: 'LAST_SIGNED_IN_AT', direction: 'DESC' } }, admin);
  await send('PersonSignOut', { userId: ana.id }, admin);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await send('PersonSuspend', { input: { userId: ana.id, reason: 'Sells what is not there.', until } }, admin);
  await send('AdminPerson', { id: ana.id }, admin);
  await ask(agora, 'mutation { sessionCreate(input: { email: "nobody@people.example", password: "not theirs" }) { userErrors { code } } }');
  await send('AdminSecurityLog', {}, admin);
  await send('AdminSecurityLog', { filter: { userId: ana.id } }, admin);
  await send('PersonRestore', { input: { userId: ana.id, reason: 'It was there after all.' } }, admin);
}

/** What is over has no reason any more, and a buyer has no shop. */
export const notGiven: Screen['notGiven'] = {
  PersonRestore: ['userRestore.user.suspension'],
  AdminPerson: ['user.seller', 'user.sellerVerification', 'user.orders.nodes', 'user.contact', 'user.securityEvents.nodes.place'],
  AdminSecurityLog: ['securityEvents.nodes.place'],
};
