import type { Sentence } from '@agora/platform/input/sentence';

/** What user says to people whose wish it cannot fulfil, and to operators. */
export const sentences = {
  sessionEnded: {
    en: 'This session has ended; sign in again.',
    es: 'Esta sesión ha terminado; vuelve a entrar.',
    pt: 'Esta sessão terminou; entre de novo.',
  },
  noSuchSession: {
    en: 'You have no such session.',
    es: 'No tienes esa sesión.',
    pt: 'Você não tem essa sessão.',
  },
  noSessionId: {
    en: 'This is no id of a session.',
    es: 'Esto no es el identificador de una sesión.',
    pt: 'Isto não é o identificador de uma sessão.',
  },
  noRefreshToken: {
    en: 'This is no refresh token.',
    es: 'Esto no es un token de renovación.',
    pt: 'Isto não é um token de renovação.',
  },
  usernameTaken: {
    en: 'Another account has this username.',
    es: 'Otra cuenta tiene este nombre de usuario.',
    pt: 'Outra conta tem este nome de usuário.',
  },
  noUsername: {
    en: 'A username has 3 to 32 letters a to z, digits, hyphens and underscores; it begins and ends with a letter or digit.',
    es: 'Un nombre de usuario tiene de 3 a 32 letras de la a a la z, cifras, guiones y guiones bajos; empieza y termina con una letra o una cifra.',
    pt: 'Um nome de usuário tem de 3 a 32 letras de a a z, algarismos, hifens e sublinhados; começa e termina com uma letra ou um algarismo.',
  },
  emailTaken: {
    en: 'Another account has this e-mail.',
    es: 'Otra cuenta tiene este correo electrónico.',
    pt: 'Outra conta tem este e-mail.',
  },
  noEmail: {
    en: 'This is no e-mail address.',
    es: 'Esto no es una dirección de correo electrónico.',
    pt: 'Isto não é um endereço de e-mail.',
  },
  wrongCredentials: {
    en: 'E-mail or password is wrong.',
    es: 'El correo electrónico o la contraseña no son correctos.',
    pt: 'O e-mail ou a senha está errado.',
  },
  suspended: {
    en: 'This account is suspended.',
    es: 'Esta cuenta está suspendida.',
    pt: 'Esta conta está suspensa.',
  },
  passwordTooLong: (most: number) => ({
    en: `A password has at most ${most} characters.`,
    es: `Una contraseña tiene como máximo ${most} caracteres.`,
    pt: `Uma senha tem no máximo ${most} caracteres.`,
  }),
  passwordTooShort: (least: number) => ({
    en: `A password needs at least ${least} characters.`,
    es: `Una contraseña necesita al menos ${least} caracteres.`,
    pt: `Uma senha precisa de pelo menos ${least} caracteres.`,
  }),
  noAccountHasEmail: (email: string) => ({
    en: `No account has the e-mail ${email}.`,
    es: `Ninguna cuenta tiene el correo electrónico ${email}.`,
    pt: `Nenhuma conta tem o e-mail ${email}.`,
  }),
  noAccountOfNameHasEmail: (username: string, email: string) => ({
    en: `No account called ${username} has the e-mail ${email}.`,
    es: `Ninguna cuenta llamada ${username} tiene el correo electrónico ${email}.`,
    pt: `Nenhuma conta chamada ${username} tem o e-mail ${email}.`,
  }),
  severalWaitForEmail: (email: string, usernames: string) => ({
    en: `Several accounts wait for ${email}: ${usernames}. Say whose it is first: verify-email EMAIL USERNAME.`,
    es: `Varias cuentas esperan ${email}: ${usernames}. Di primero de quién es: verify-email EMAIL USERNAME.`,
    pt: `Várias contas esperam por ${email}: ${usernames}. Diga primeiro de quem é: verify-email EMAIL USERNAME.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
