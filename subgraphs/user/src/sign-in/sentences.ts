import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told who want to sign in, or to register. */
export const sentences = {
  wrongCredentials: {
    en: 'E-mail or password is wrong.',
    es: 'El correo electrónico o la contraseña no son correctos.',
    pt: 'O e-mail ou a senha está errado.',
  },
  wrongPassword: {
    en: 'This is not your password.',
    es: 'Esta no es tu contraseña.',
    pt: 'Esta não é a sua senha.',
  },
  noPassword: {
    en: 'Your account has no password: sign in with the company that vouches for you once more.',
    es: 'Tu cuenta no tiene contraseña: vuelve a entrar con la empresa que responde por ti.',
    pt: 'Sua conta não tem senha: entre de novo com a empresa que responde por você.',
  },
  passwordWeak: {
    en: 'Too many people use this password; it would be guessed. Choose another one.',
    es: 'Demasiada gente usa esta contraseña; sería fácil de adivinar. Elige otra.',
    pt: 'Gente demais usa esta senha; ela seria adivinhada. Escolha outra.',
  },
  yoursAlready: {
    en: 'This is your address already.',
    es: 'Esta ya es tu dirección.',
    pt: 'Este já é o seu endereço.',
  },
  noChangeOfEmail: {
    en: 'No change of your address waits to be confirmed.',
    es: 'Ningún cambio de tu dirección espera confirmación.',
    pt: 'Nenhuma mudança do seu endereço espera confirmação.',
  },
  passwordTooLong: (max: number) => ({
    en: `A password has at most ${max} characters.`,
    es: `Una contraseña tiene como máximo ${max} caracteres.`,
    pt: `Uma senha tem no máximo ${max} caracteres.`,
  }),
  passwordTooShort: (least: number) => ({
    en: `A password needs at least ${least} characters.`,
    es: `Una contraseña necesita al menos ${least} caracteres.`,
    pt: `Uma senha precisa de pelo menos ${least} caracteres.`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
