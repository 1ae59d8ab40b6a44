import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of their second factor. */
export const sentences = {
  codeInvalid: {
    en: 'This code is wrong, was used already, or is too old.',
    es: 'Este código no es correcto, ya se usó o es demasiado antiguo.',
    pt: 'Este código está errado, já foi usado ou é antigo demais.',
  },
  codeMissing: {
    en: 'This account has a second factor: enter a code of it as well.',
    es: 'Esta cuenta tiene un segundo factor: escribe también un código.',
    pt: 'Esta conta tem um segundo fator: digite também um código.',
  },
  codeTooLong: (max: number) => ({
    en: `A code has at most ${max} characters.`,
    es: `Un código tiene como máximo ${max} caracteres.`,
    pt: `Um código tem no máximo ${max} caracteres.`,
  }),
  hasTwoFactor: {
    en: 'Your account has a second factor already; turn it off first.',
    es: 'Tu cuenta ya tiene un segundo factor; desactívalo primero.',
    pt: 'Sua conta já tem um segundo fator; desative-o primeiro.',
  },
  emailFirst: {
    en: 'Confirm your e-mail first: it is your way back in.',
    es: 'Confirma primero tu correo electrónico: con él podrás volver a entrar.',
    pt: 'Confirme primeiro seu e-mail: com ele você poderá voltar a entrar.',
  },
  colonInLabel: {
    en: 'A name in an authenticator app has no colon.',
    es: 'Un nombre en una aplicación de autenticación no lleva dos puntos.',
    pt: 'Um nome em um aplicativo autenticador não tem dois-pontos.',
  },
  notOneself: {
    en: 'Turn your own second factor off with a code.',
    es: 'Desactiva tu propio segundo factor con un código.',
    pt: 'Desative seu próprio segundo fator com um código.',
  },
  noTwoFactor: {
    en: 'Your account has no second factor.',
    es: 'Tu cuenta no tiene un segundo factor.',
    pt: 'Sua conta não tem um segundo fator.',
  },
  hasNoTwoFactor: {
    en: 'This account has no second factor.',
    es: 'Esta cuenta no tiene un segundo factor.',
    pt: 'Esta conta não tem um segundo fator.',
  },
  noSetup: {
    en: 'No second factor waits to be confirmed; begin again.',
    es: 'Ningún segundo factor espera confirmación; empieza de nuevo.',
    pt: 'Nenhum segundo fator espera confirmação; comece de novo.',
  },
  challengeOver: {
    en: 'This sign-in has ended; sign in again.',
    es: 'Este inicio de sesión ha caducado; vuelve a entrar.',
    pt: 'Esta entrada expirou; entre de novo.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
