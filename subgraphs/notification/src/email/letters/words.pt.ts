import type { LanguageOfLetters, SecurityChanges } from './words.ts';

const CHANGES: SecurityChanges = {
  PASSWORD_CHANGED: () => ({ title: 'Sua senha mudou', says: 'a senha da sua conta foi alterada.' }),
  TWO_FACTOR_ENABLED: () => ({
    title: 'Seu segundo fator está ativo',
    says: 'a partir de agora, para entrar na sua conta é pedido um código de um aplicativo autenticador.',
  }),
  TWO_FACTOR_DISABLED: () => ({
    title: 'Seu segundo fator está desativado',
    says: 'para entrar na sua conta não é mais pedido um segundo fator.',
  }),
  TWO_FACTOR_RESET: () => ({
    title: 'Seu segundo fator foi removido',
    says: 'um administrador removeu o segundo fator da sua conta e encerrou todas as sessões dela.',
  }),
  RECOVERY_CODES_RENEWED: () => ({
    title: 'Seus códigos de recuperação são novos',
    says: 'sua conta tem novos códigos de recuperação. Os anteriores não funcionam mais.',
  }),
  RECOVERY_CODE_USED: () => ({
    title: 'Um código de recuperação foi usado',
    says: 'um código de recuperação da sua conta foi usado. Ele não funciona mais.',
  }),
  IDENTITY_LINKED: (provider) => ({
    title: `${provider} está vinculado à sua conta`,
    says: `a partir de agora é possível entrar na sua conta com ${provider}.`,
  }),
  IDENTITY_UNLINKED: (provider) => ({
    title: `${provider} não está mais vinculado à sua conta`,
    says: `não é mais possível entrar na sua conta com ${provider}.`,
  }),
};

const validUntil = (end: string) => `O link funciona uma única vez, até ${end}.`;

export const portuguese: LanguageOfLetters = {
  buttonFails: 'Se o botão não funcionar, abra este endereço:',
  footer: 'Você recebe este e-mail porque alguém informou seu endereço na Agora. Ele foi enviado automaticamente; ninguém lê as respostas.',

  letters: {
    welcome: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Boas-vindas à Agora',
      title: `Olá, ${displayName}`,
      paragraphs: [
        'Sua conta está pronta. Confirme que este endereço é seu: você precisa disso para vender e para voltar a entrar se esquecer a senha.',
      ],
      action: { label: 'Confirmar meu endereço', url: link('/verify-email', token) },
      afterwards: [
        validUntil(linkEndsAt),
        'Se você não abriu uma conta, não precisa fazer nada: sem esta confirmação o endereço não é de ninguém.',
      ],
    }),

    email_verification: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Confirme seu e-mail',
      title: 'Confirme seu endereço',
      paragraphs: [`Olá, ${displayName}: este é o link que você pediu. Com ele sabemos que este endereço é seu.`],
      action: { label: 'Confirmar meu endereço', url: link('/verify-email', token) },
      afterwards: [validUntil(linkEndsAt), 'Se você não o pediu, não precisa fazer nada.'],
    }),

    password_reset: ({ displayName }, { token = '' }, { link, linkEndsAt }) => ({
      subject: 'Escolha uma nova senha',
      title: 'Escolha uma nova senha',
      paragraphs: [`Olá, ${displayName}: alguém, esperamos que você, esqueceu a senha da sua conta.`],
      action: { label: 'Escolher uma senha', url: link('/reset-password', token) },
      afterwards: [
        `${validUntil(linkEndsAt)} Uma nova senha encerra suas sessões em todos os lugares.`,
        'Se não foi você, não precisa fazer nada: sua senha continua a mesma.',
      ],
    }),

    email_change: ({ displayName, newEmail, notice }, { token = '' }, { link, linkEndsAt }) => {
      switch (notice) {
        case 'CONFIRM':
          return {
            subject: 'Confirme seu novo e-mail',
            title: 'Confirme seu novo endereço',
            paragraphs: [`Olá, ${displayName}: você quer que ${newEmail} seja o endereço da sua conta.`],
            action: { label: 'Usar este endereço', url: link('/confirm-email', token) },
            afterwards: [
              `${validUntil(linkEndsAt)} Depois, suas sessões nos outros dispositivos são encerradas.`,
              'Se você não pediu isso, não precisa fazer nada: nada muda.',
            ],
          };
        case 'REQUESTED':
          return {
            subject: 'Seu e-mail vai mudar',
            title: 'Seu endereço vai mudar',
            paragraphs: [
              `Olá, ${displayName}: alguém com uma sessão aberta na sua conta quer que ${newEmail} seja o endereço dela. Nada mudou ainda.`,
            ],
            action: { label: 'Ver minhas sessões abertas', url: link('/sessions', '') },
            afterwards: ['Se não foi você, encerre as sessões dos dispositivos que não conhece e mude sua senha.'],
          };
        case 'CHANGED':
          return {
            subject: 'Seu e-mail mudou',
            title: 'Seu endereço mudou',
            paragraphs: [`Olá, ${displayName}: o endereço da sua conta agora é ${newEmail}. Não enviaremos mais e-mails para este.`],
            afterwards: [
              'Se não foi você, escreva logo ao nosso suporte: quem fez isso tinha uma sessão aberta na sua conta e lê os e-mails do novo endereço.',
            ],
          };
        case 'TAKEN':
          return {
            subject: 'Alguém quer usar seu endereço',
            title: 'Seu endereço foi informado para outra conta',
            paragraphs: [
              `Olá, ${displayName}: alguém quer que ${newEmail} seja o endereço de outra conta. Ele é o da sua, então nada muda.`,
            ],
            afterwards: ['Se foi você, entre com este endereço: você já tem uma conta. Se não, não precisa fazer nada.'],
          };
      }
    },

    new_device: ({ displayName, device, ipAddress, place, signedInAt }, _, { link, instant }) => ({
      subject: `Novo acesso: ${device}`,
      title: 'Um novo dispositivo entrou na sua conta',
      paragraphs: [`Olá, ${displayName}: sua conta foi usada em um dispositivo que não conhecemos.`],
      facts: [
        { name: 'Dispositivo', value: device },
        ...(ipAddress === null ? [] : [{ name: 'Endereço IP', value: ipAddress }]),
        ...(place == null ? [] : [{ name: 'Local', value: place }]),
        { name: 'Quando', value: instant(signedInAt) },
      ],
      action: { label: 'Ver minhas sessões abertas', url: link('/sessions', '') },
      afterwards: ['Se foi você, está tudo bem. Se não, encerre a sessão desse dispositivo e mude sua senha.'],
    }),

    security_changed: ({ displayName, change, provider, device, ipAddress, changedAt }, _, { link, instant }) => {
      const { title, says } = CHANGES[change](provider ?? '');
      return {
        subject: title,
        title,
        paragraphs: [`Olá, ${displayName}: ${says}`],
        facts: [
          ...(device === null ? [] : [{ name: 'Dispositivo', value: device }]),
          ...(ipAddress === null ? [] : [{ name: 'Endereço IP', value: ipAddress }]),
          { name: 'Quando', value: instant(changedAt) },
        ],
        action: { label: 'Ver minhas sessões abertas', url: link('/sessions', '') },
        afterwards: [
          'Se você sabe disso, está tudo bem. Se não, encerre as sessões dos dispositivos que não conhece e escolha uma nova senha.',
        ],
      };
    },
  },
};
