import type { LanguageOfLetters, SecurityChanges } from './words.ts';

const CHANGES: SecurityChanges = {
  PASSWORD_CHANGED: () => ({ title: 'Tu contraseña ha cambiado', says: 'se cambió la contraseña de tu cuenta.' }),
  TWO_FACTOR_ENABLED: () => ({
    title: 'Tu segundo factor está activado',
    says: 'a partir de ahora, para entrar en tu cuenta se pide un código de una aplicación de autenticación.',
  }),
  TWO_FACTOR_DISABLED: () => ({
    title: 'Tu segundo factor está desactivado',
    says: 'para entrar en tu cuenta ya no se pide un segundo factor.',
  }),
  TWO_FACTOR_RESET: () => ({
    title: 'Se quitó tu segundo factor',
    says: 'un administrador quitó el segundo factor de tu cuenta y cerró todas sus sesiones.',
  }),
  RECOVERY_CODES_RENEWED: () => ({
    title: 'Tus códigos de recuperación son nuevos',
    says: 'tu cuenta tiene nuevos códigos de recuperación. Los anteriores ya no sirven.',
  }),
  RECOVERY_CODE_USED: () => ({
    title: 'Se usó un código de recuperación',
    says: 'se usó un código de recuperación de tu cuenta. No volverá a servir.',
  }),
  IDENTITY_LINKED: (provider) => ({
    title: `${provider} está vinculado a tu cuenta`,
    says: `a partir de ahora se puede entrar en tu cuenta con ${provider}.`,
  }),
  IDENTITY_UNLINKED: (provider) => ({
    title: `${provider} ya no está vinculado a tu cuenta`,
    says: `ya no se puede entrar en tu cuenta con ${provider}.`,
  }),
};

const validUntil = (end: string) => `El enlace sirve una sola vez, hasta el ${end}.`;

export const spanish: LanguageOfLetters = {
  buttonFails: 'Si el botón no funciona, abre esta dirección:',
  footer: 'Recibes este correo porque alguien dio tu dirección en Agora. Se envió automáticamente; nadie lee las respuestas.',

  letters: {
    welcome: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Te damos la bienvenida a Agora',
      title: `Hola, ${displayName}`,
      paragraphs: [
        'Tu cuenta está lista. Confirma que esta dirección es tuya: lo necesitas para vender y para volver a entrar si olvidas tu contraseña.',
      ],
      action: { label: 'Confirmar mi dirección', url: link('/verify-email', token) },
      afterwards: [
        validUntil(linkEndsAt),
        'Si no abriste una cuenta, no tienes que hacer nada: sin esta confirmación la dirección no es de nadie.',
      ],
    }),

    email_verification: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Confirma tu correo electrónico',
      title: 'Confirma tu dirección',
      paragraphs: [`Hola, ${displayName}: este es el enlace que pediste. Con él sabemos que esta dirección es tuya.`],
      action: { label: 'Confirmar mi dirección', url: link('/verify-email', token) },
      afterwards: [validUntil(linkEndsAt), 'Si no lo pediste, no tienes que hacer nada.'],
    }),

    password_reset: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Elige una contraseña nueva',
      title: 'Elige una contraseña nueva',
      paragraphs: [`Hola, ${displayName}: alguien, esperamos que tú, olvidó la contraseña de tu cuenta.`],
      action: { label: 'Elegir una contraseña', url: link('/reset-password', token) },
      afterwards: [
        `${validUntil(linkEndsAt)} Una contraseña nueva cierra tu sesión en todas partes.`,
        'Si no fuiste tú, no tienes que hacer nada: tu contraseña sigue igual.',
      ],
    }),

    email_change: ({ displayName, newEmail, notice }, { token = '' }, { link, linkEndsAt }) => {
      switch (notice) {
        case 'CONFIRM':
          return {
            subject: 'Confirma tu correo electrónico nuevo',
            title: 'Confirma tu dirección nueva',
            paragraphs: [`Hola, ${displayName}: quieres que ${newEmail} sea la dirección de tu cuenta.`],
            action: { label: 'Usar esta dirección', url: link('/confirm-email', token) },
            afterwards: [
              `${validUntil(linkEndsAt)} Después se cierra tu sesión en los demás dispositivos.`,
              'Si no lo pediste, no tienes que hacer nada: nada cambia.',
            ],
          };
        case 'REQUESTED':
          return {
            subject: 'Tu correo electrónico va a cambiar',
            title: 'Tu dirección va a cambiar',
            paragraphs: [
              `Hola, ${displayName}: alguien con la sesión abierta en tu cuenta quiere que ${newEmail} sea su dirección. Todavía no ha cambiado nada.`,
            ],
            action: { label: 'Ver mis sesiones abiertas', url: link('/sessions', '') },
            afterwards: ['Si no fuiste tú, cierra la sesión en los dispositivos que no conozcas y cambia tu contraseña.'],
          };
        case 'CHANGED':
          return {
            subject: 'Tu correo electrónico ha cambiado',
            title: 'Tu dirección ha cambiado',
            paragraphs: [`Hola, ${displayName}: la dirección de tu cuenta es ahora ${newEmail}. Ya no enviaremos correos a esta.`],
            afterwards: [
              'Si no fuiste tú, escribe enseguida a nuestro soporte: quien lo hizo tenía la sesión abierta en tu cuenta y lee el correo de la dirección nueva.',
            ],
          };
        case 'TAKEN':
          return {
            subject: 'Alguien quiere usar tu dirección',
            title: 'Dieron tu dirección para otra cuenta',
            paragraphs: [
              `Hola, ${displayName}: alguien quiere que ${newEmail} sea la dirección de otra cuenta. Es la de la tuya, así que nada cambia.`,
            ],
            afterwards: ['Si fuiste tú, entra con esta dirección: ya tienes una cuenta. Si no, no tienes que hacer nada.'],
          };
      }
    },

    new_device: ({ displayName, device, ipAddress, place, signedInAt }, _, { link, instant }) => ({
      subject: `Nuevo inicio de sesión: ${device}`,
      title: 'Se inició sesión en un dispositivo nuevo',
      paragraphs: [`Hola, ${displayName}: tu cuenta se usó en un dispositivo que no conocemos.`],
      facts: [
        { name: 'Dispositivo', value: device },
        ...(ipAddress === null ? [] : [{ name: 'Dirección IP', value: ipAddress }]),
        ...(place == null ? [] : [{ name: 'Lugar', value: place }]),
        { name: 'Cuándo', value: instant(signedInAt) },
      ],
      action: { label: 'Ver mis sesiones abiertas', url: link('/sessions', '') },
      afterwards: ['Si fuiste tú, todo está bien. Si no, cierra la sesión en ese dispositivo y cambia tu contraseña.'],
    }),

    security_changed: ({ displayName, change, provider, device, ipAddress, changedAt }, _, { link, instant }) => {
      const { title, says } = CHANGES[change](provider ?? '');
      return {
        subject: title,
        title,
        paragraphs: [`Hola, ${displayName}: ${says}`],
        facts: [
          ...(device === null ? [] : [{ name: 'Dispositivo', value: device }]),
          ...(ipAddress === null ? [] : [{ name: 'Dirección IP', value: ipAddress }]),
          { name: 'Cuándo', value: instant(changedAt) },
        ],
        action: { label: 'Ver mis sesiones abiertas', url: link('/sessions', '') },
        afterwards: [
          'Si estás al tanto, todo está bien. Si no, cierra la sesión en los dispositivos que no conozcas y pon una contraseña nueva.',
        ],
      };
    },
  },
};
