import type { Sentence } from '@agora/platform/input/sentence';

/** What people are told of their sessions. */
export const sentences = {
  sessionEnded: {
    en: 'This session has ended; sign in again.',
    es: 'Esta sesión ha terminado; vuelve a entrar.',
    pt: 'Esta sessão terminou; entre de novo.',
  },
  suspended: (reason: string) => ({
    en: `This account is suspended: ${reason}`,
    es: `Esta cuenta está suspendida: ${reason}`,
    pt: `Esta conta está suspensa: ${reason}`,
  }),
  noSuchSession: {
    en: 'You have no such session.',
    es: 'No tienes esa sesión.',
    pt: 'Você não tem essa sessão.',
  },
  notTheirs: {
    en: 'Only administrators end the sessions of others.',
    es: 'Solo los administradores cierran las sesiones de otros.',
    pt: 'Só os administradores encerram as sessões de outros.',
  },
  whichSession: {
    en: 'Say which session is to end, or that all are.',
    es: 'Indica qué sesión debe terminar, o que terminen todas.',
    pt: 'Indique qual sessão deve terminar, ou que terminem todas.',
  },
  noSuchSessionThere: {
    en: 'The account has no such session.',
    es: 'La cuenta no tiene esa sesión.',
    pt: 'A conta não tem essa sessão.',
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
  noCookiesHere: {
    en: 'A session in cookies begins over HTTP alone, not over a WebSocket.',
    es: 'Una sesión en cookies solo empieza por HTTP, no por un WebSocket.',
    pt: 'Uma sessão em cookies só começa por HTTP, não por um WebSocket.',
  },
  unknownDevice: {
    en: 'Unknown device',
    es: 'Dispositivo desconocido',
    pt: 'Dispositivo desconhecido',
  },
  browserOnSystem: (browser: string, system: string) => ({
    en: `${browser} on ${system}`,
    es: `${browser} en ${system}`,
    pt: `${browser} no ${system}`,
  }),
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
