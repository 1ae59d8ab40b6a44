import type { Sentence } from '@agora/platform/input/sentence';

/** What is said to admins. */
export const sentences = {
  everybodyIsUser: {
    en: 'Everybody has this role.',
    es: 'Todos tienen este rol.',
    pt: 'Todos têm este papel.',
  },
  hasRole: {
    en: 'The account has this role already.',
    es: 'La cuenta ya tiene este rol.',
    pt: 'A conta já tem este papel.',
  },
  lacksRole: {
    en: 'The account does not have this role.',
    es: 'La cuenta no tiene este rol.',
    pt: 'A conta não tem este papel.',
  },
  ownAdmin: {
    en: 'Nobody takes this role from themselves; ask another administrator.',
    es: 'Nadie se quita este rol; pídeselo a otro administrador.',
    pt: 'Ninguém tira este papel de si; peça a outro administrador.',
  },
  lastAdmin: {
    en: 'This is the last administrator.',
    es: 'Este es el último administrador.',
    pt: 'Este é o último administrador.',
  },
  sellsVerified: {
    en: 'Take the verification of the seller away first.',
    es: 'Retira primero la verificación del vendedor.',
    pt: 'Retire primeiro a verificação do vendedor.',
  },
  rolesUnseen: {
    en: 'Who has which role is for administrators to see.',
    es: 'Quién tiene qué rol solo lo ven los administradores.',
    pt: 'Quem tem qual papel só os administradores veem.',
  },
  lastSignInUnseen: {
    en: 'When somebody last signed in is for administrators to see.',
    es: 'Cuándo alguien inició sesión por última vez solo lo ven los administradores.',
    pt: 'Quando alguém entrou pela última vez só os administradores veem.',
  },
  noAdminSuspended: {
    en: 'Administrators, and you yourself, cannot be suspended.',
    es: 'No se puede suspender a administradores ni a ti mismo.',
    pt: 'Não é possível suspender administradores nem a si próprio.',
  },
  notSuspended: {
    en: 'The account is not suspended.',
    es: 'La cuenta no está suspendida.',
    pt: 'A conta não está suspensa.',
  },
  untilPast: {
    en: 'Give an instant in the future.',
    es: 'Indica un momento futuro.',
    pt: 'Indique um momento no futuro.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
