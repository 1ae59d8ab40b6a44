import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of signing in with another company. */
export const sentences = {
  noSuchProvider: {
    en: 'One cannot sign in with this company here.',
    es: 'Aquí no se puede entrar con esta empresa.',
    pt: 'Aqui não se pode entrar com esta empresa.',
  },
  providerFailed: (name: string) => ({
    en: `Signing in with ${name} did not work; try again.`,
    es: `No se pudo entrar con ${name}; inténtalo de nuevo.`,
    pt: `Não foi possível entrar com ${name}; tente de novo.`,
  }),
  noEmailGiven: (name: string) => ({
    en: `${name} did not tell your e-mail address, which is needed for an account.`,
    es: `${name} no indicó tu dirección de correo electrónico, que hace falta para una cuenta.`,
    pt: `${name} não informou seu endereço de e-mail, que é necessário para uma conta.`,
  }),
  noReturn: {
    en: 'The marketplace does not send anybody back to this address.',
    es: 'El mercado no envía a nadie de vuelta a esta dirección.',
    pt: 'O mercado não envia ninguém de volta a este endereço.',
  },
  tooLong: {
    en: 'This is longer than what was given here.',
    es: 'Esto es más largo que lo que se dio aquí.',
    pt: 'Isto é mais longo do que o que foi dado aqui.',
  },
  begunTooLongAgo: {
    en: 'This was begun too long ago, or elsewhere; begin again.',
    es: 'Esto se empezó hace demasiado tiempo, o en otro lugar; empieza de nuevo.',
    pt: 'Isto começou há tempo demais, ou em outro lugar; comece de novo.',
  },
  emailTaken: (name: string) => ({
    en: `An account with this e-mail exists. Sign in to it, then link ${name}.`,
    es: `Existe una cuenta con este correo electrónico. Entra en ella y luego vincula ${name}.`,
    pt: `Existe uma conta com este e-mail. Entre nela e depois vincule ${name}.`,
  }),
  linkedElsewhere: {
    en: 'This is linked to another account, or the account has one of the company already.',
    es: 'Esto está vinculado a otra cuenta, o la cuenta ya tiene uno de la empresa.',
    pt: 'Isto está vinculado a outra conta, ou a conta já tem um da empresa.',
  },
  noSuchIdentity: {
    en: 'You have no such link.',
    es: 'No tienes ese vínculo.',
    pt: 'Você não tem esse vínculo.',
  },
  lastWayIn: {
    en: 'Without it you could not sign in any more; set a password first.',
    es: 'Sin ello ya no podrías entrar; establece antes una contraseña.',
    pt: 'Sem isso você não poderia mais entrar; defina antes uma senha.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
