import type { Sentence } from '@agora/platform/input/sentence';

/** What people, and operators, are told of accounts. */
export const sentences = {
  usernameTaken: {
    en: 'Another account has this username.',
    es: 'Otra cuenta tiene este nombre de usuario.',
    pt: 'Outra conta tem este nome de usuário.',
  },
  usernameJustChanged: {
    en: 'A username can be changed once in 30 days.',
    es: 'Un nombre de usuario se puede cambiar una vez cada 30 días.',
    pt: 'Um nome de usuário pode ser mudado uma vez a cada 30 dias.',
  },
  noLanguageOfOurs: {
    en: 'The marketplace speaks English, Spanish and Portuguese.',
    es: 'El mercado habla inglés, español y portugués.',
    pt: 'O mercado fala inglês, espanhol e português.',
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
  noSuchAccount: {
    en: 'There is no such account.',
    es: 'No existe esa cuenta.',
    pt: 'Essa conta não existe.',
  },
  linkExpired: {
    en: 'This link was used already or has ended; ask for another one.',
    es: 'Este enlace ya se usó o ha caducado; pide otro.',
    pt: 'Este link já foi usado ou expirou; peça outro.',
  },
  noToken: {
    en: 'This is no token of ours.',
    es: 'Esto no es un código nuestro.',
    pt: 'Isto não é um código nosso.',
  },
  alreadyVerified: {
    en: 'Your address is verified already.',
    es: 'Tu dirección ya está verificada.',
    pt: 'Seu endereço já está verificado.',
  },
  noEmailToVerify: {
    en: 'Your account has no address any more: somebody else has proved that it is theirs. Give another one.',
    es: 'Tu cuenta ya no tiene dirección: otra persona demostró que es suya. Indica otra.',
    pt: 'Sua conta não tem mais endereço: outra pessoa provou que é dela. Informe outro.',
  },
  mailedTooOften: {
    en: 'We have mailed you often enough for now; look also among the unwanted mails.',
    es: 'Ya te enviamos bastantes correos por ahora; mira también en el correo no deseado.',
    pt: 'Já enviamos e-mails suficientes por enquanto; olhe também na caixa de spam.',
  },
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
