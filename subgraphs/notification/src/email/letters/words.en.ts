import type { LanguageOfLetters, SecurityChanges } from './words.ts';

const CHANGES: SecurityChanges = {
  PASSWORD_CHANGED: () => ({ title: 'Your password has changed', says: 'the password of your account was changed.' }),
  TWO_FACTOR_ENABLED: () => ({
    title: 'Your second factor is on',
    says: 'signing in to your account asks for a code of an authenticator app from now on.',
  }),
  TWO_FACTOR_DISABLED: () => ({
    title: 'Your second factor is off',
    says: 'signing in to your account no longer asks for a second factor.',
  }),
  TWO_FACTOR_RESET: () => ({
    title: 'Your second factor was taken off',
    says: 'an administrator took the second factor off your account, and signed it out everywhere.',
  }),
  RECOVERY_CODES_RENEWED: () => ({
    title: 'Your recovery codes are new',
    says: 'your account has new recovery codes. The old ones no longer work.',
  }),
  RECOVERY_CODE_USED: () => ({
    title: 'A recovery code was used',
    says: 'a recovery code of your account was used. It does not work again.',
  }),
  IDENTITY_LINKED: (provider) => ({
    title: `${provider} is linked to your account`,
    says: `from now on your account can be signed in to with ${provider}.`,
  }),
  IDENTITY_UNLINKED: (provider) => ({
    title: `${provider} is no longer linked to your account`,
    says: `your account can no longer be signed in to with ${provider}.`,
  }),
};

const validUntil = (end: string) => `The link works once, until ${end}.`;

export const english: LanguageOfLetters = {
  buttonFails: 'If the button does not work, open this address:',
  footer: 'You get this e-mail because your address was given at Agora. It was sent automatically; nobody reads replies to it.',

  letters: {
    welcome: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Welcome to Agora',
      title: `Welcome, ${displayName}`,
      paragraphs: [
        'Your account is ready. Please confirm that this address is yours: you need that to sell, and to get back in should you forget your password.',
      ],
      action: { label: 'Confirm my address', url: link('/verify-email', token) },
      afterwards: [
        validUntil(linkEndsAt),
        'If you did not open an account, you need do nothing: without this confirmation nobody owns the address.',
      ],
    }),

    email_verification: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Confirm your e-mail address',
      title: 'Confirm your address',
      paragraphs: [`Hello ${displayName}, here is the link that you asked for. It tells us that this address is yours.`],
      action: { label: 'Confirm my address', url: link('/verify-email', token) },
      afterwards: [validUntil(linkEndsAt), 'If you did not ask for it, you need do nothing.'],
    }),

    password_reset: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Set a new password',
      title: 'Set a new password',
      paragraphs: [`Hello ${displayName}, somebody, hopefully you, has forgotten the password of your account.`],
      action: { label: 'Choose a new password', url: link('/reset-password', token) },
      afterwards: [
        `${validUntil(linkEndsAt)} A new password signs you out everywhere.`,
        'If it was not you, you need do nothing: your password stays as it is.',
      ],
    }),

    email_change: ({ displayName, newEmail, notice }, { token = '' }, { link, linkEndsAt }) => {
      switch (notice) {
        case 'CONFIRM':
          return {
            subject: 'Confirm your new e-mail address',
            title: 'Confirm your new address',
            paragraphs: [`Hello ${displayName}, you want ${newEmail} to be the address of your account.`],
            action: { label: 'Use this address', url: link('/confirm-email', token) },
            afterwards: [
              `${validUntil(linkEndsAt)} You are then signed out on all other devices.`,
              'If you did not ask for it, you need do nothing: nothing changes.',
            ],
          };
        case 'REQUESTED':
          return {
            subject: 'Your e-mail address is to change',
            title: 'Your address is to change',
            paragraphs: [
              `Hello ${displayName}, somebody who is signed in to your account wants ${newEmail} to be its address. Nothing has changed yet.`,
            ],
            action: { label: 'See where I am signed in', url: link('/sessions', '') },
            afterwards: ['If it was not you, sign out the devices that you do not know, and change your password.'],
          };
        case 'CHANGED':
          return {
            subject: 'Your e-mail address has changed',
            title: 'Your address has changed',
            paragraphs: [`Hello ${displayName}, the address of your account is ${newEmail} now. Mails no longer go to this one.`],
            afterwards: [
              'If it was not you, write to our support at once: whoever did it was signed in to your account and reads mail at the new address.',
            ],
          };
        case 'TAKEN':
          return {
            subject: 'Somebody wants to use your address',
            title: 'Your address was given for another account',
            paragraphs: [
              `Hello ${displayName}, somebody wants ${newEmail} to be the address of another account. It belongs to yours, so nothing changes.`,
            ],
            afterwards: ['If it was you, sign in with this address: you have an account already. Otherwise you need do nothing.'],
          };
      }
    },

    new_device: ({ displayName, device, ipAddress, place, signedInAt }, _, { link, instant }) => ({
      subject: `New sign-in: ${device}`,
      title: 'A new device was signed in',
      paragraphs: [`Hello ${displayName}, your account was used on a device that we do not know.`],
      facts: [
        { name: 'Device', value: device },
        ...(ipAddress === null ? [] : [{ name: 'IP address', value: ipAddress }]),
        ...(place == null ? [] : [{ name: 'Place', value: place }]),
        { name: 'When', value: instant(signedInAt) },
      ],
      action: { label: 'See where I am signed in', url: link('/sessions', '') },
      afterwards: ['If it was you, all is well. If not, sign out that device and change your password.'],
    }),

    security_changed: ({ displayName, change, provider, device, ipAddress, changedAt }, _, { link, instant }) => {
      const { title, says } = CHANGES[change](provider ?? '');
      return {
        subject: title,
        title,
        paragraphs: [`Hello ${displayName}, ${says}`],
        facts: [
          ...(device === null ? [] : [{ name: 'Device', value: device }]),
          ...(ipAddress === null ? [] : [{ name: 'IP address', value: ipAddress }]),
          { name: 'When', value: instant(changedAt) },
        ],
        action: { label: 'See where I am signed in', url: link('/sessions', '') },
        afterwards: ['If you know of it, all is well. If not, sign out the devices that you do not know, and set a new password.'],
      };
    },
  },
};
