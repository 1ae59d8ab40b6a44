import { RETURN_URL } from '@agora/platform/testing/identity-provider';
import { eventually } from '@agora/platform/testing/eventually';
import { ask } from '../client.ts';
import { tokenMailedTo } from '../mails.ts';
import type { Screen, Stage } from '../screen.ts';
import { withCode } from '../second-factor.ts';
import { PASSWORD, type Person, register, type Registered, signIn, signInWith } from '../shop.ts';

const NEW_PASSWORD = 'another horse battery';
const FIREFOX = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

export async function play(stage: Stage): Promise<void> {
  const { agora, send } = stage;
  const ana = await register(agora, 'Ana Torres');
  const { email } = await changeEmail(stage, ana);
  await grantRole(stage, ana);
  const now = await signInWith(agora, { email, password: PASSWORD }, { headers: FIREFOX });
  await useSecondFactor(stage, now);
  await useProvider(stage, now);

  const other = await signInWith(agora, { email, password: PASSWORD });
  const sessionId = (await send('AccountSecurity', {}, other)).text('viewer.sessions.nodes.0.id');
  await send('DeviceSignOut', { id: sessionId }, now);
  for (const revoke of [
    () => send('DevicesSignOutOthers', {}, now),
    () => send('PasswordChange', { current: PASSWORD, new: NEW_PASSWORD }, now),
  ]) {
    await signInWith(agora, { email, password: PASSWORD });
    await revoke();
  }
}

async function changeEmail({ agora, send, follow }: Stage, person: Registered): Promise<{ email: string }> {
  const email = person.email.replace('@', '-elsewhere@');
  const live = await follow('ViewerLive', {}, person);
  await send('EmailChange', { email }, person);
  const cancelled = await tokenMailedTo(agora, email, 'confirm-email');
  await send('EmailChangeCancel', {}, person);
  await send('EmailChange', { email }, person);
  await send('AccountSecurity', {}, person);
  const token = await eventually(async () => {
    const mailed = await tokenMailedTo(agora, email, 'confirm-email');
    return mailed !== cancelled && mailed;
  });
  await send('EmailChangeConfirm', { token }, person);
  await live.events(4);
  return { email };
}

/** It ends the sessions of the person. */
async function grantRole({ agora }: Stage, { id }: Person): Promise<void> {
  const grant = 'mutation ($input: UserRoleGrantInput!) { userRoleGrant(input: $input) { user { roles } userErrors { code } } }';
  await ask(
    agora,
    grant,
    { input: { userId: id, role: 'MODERATOR', reason: 'Looks after the garden community.' } },
    await signIn(agora, 'admin'),
  );
}

async function useSecondFactor({ send }: Stage, person: Person): Promise<void> {
  const secret = (await send('TwoFactorBegin', {}, person)).text('twoFactorSetupStart.secret');
  await withCode(secret, 'NOW', (code) => send('TwoFactorOn', { code }, person));
  await send('AccountSecurity', {}, person);
  const renewed = await withCode(secret, 'NEXT', (code) => send('RecoveryCodesNew', { code }, person));
  await send('TwoFactorOff', { code: renewed.text('twoFactorRecoveryCodesRenew.recoveryCodes.0') }, person);
}

async function useProvider({ send, provider }: Stage, person: Person): Promise<void> {
  const begun = await send('ProviderLink', { providerId: provider.setting.id, returnUrl: RETURN_URL }, person);
  const email = 'ana@harbour.example';
  const returned = await provider.visit(begun.text('identityLinkStart.authorizationUrl'), { sub: person.id, email, email_verified: true });
  const linked = await send(
    'ProviderLinkReturn',
    { input: { ...returned, browserKey: begun.text('identityLinkStart.browserKey') } },
    person,
  );
  await send('AccountSecurity', {}, person);
  await send('ProviderUnlink', { id: linked.text('identityLinkComplete.identity.id') }, person);
}

/** Nobody sells, or signs in with the company; what is over waits no longer, and what is unlinked is gone; no place is known. */
export const notGiven: Screen['notGiven'] = {
  ViewerLive: ['viewerUpdated.user.sellerVerification'],
  ProviderUnlink: ['identityUnlink.user.identities'],
  EmailChangeCancel: ['userEmailChangeCancel.user.pendingEmail'],
  EmailChangeConfirm: ['userEmailChangeConfirm.user.pendingEmail'],
  AccountSecurity: [
    'viewer.identities.lastUsedAt',
    'viewer.sessions.nodes.provider',
    'viewer.sessions.nodes.place',
    'viewer.securityEvents.nodes.place',
  ],
};
