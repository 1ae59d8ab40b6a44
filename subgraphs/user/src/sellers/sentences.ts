import type { Sentence } from '@agora/platform/input/sentence';

/** What sellers, and who verifies them, are told. */
export const sentences = {
  isVerified: {
    en: 'You are verified already.',
    es: 'Ya estás verificado.',
    pt: 'Você já está verificado.',
  },
  emailFirst: {
    en: 'First prove that your e-mail address is yours.',
    es: 'Primero demuestra que tu correo electrónico es tuyo.',
    pt: 'Primeiro prove que o seu e-mail é seu.',
  },
  requestWaits: {
    en: 'Your request waits for a decision already.',
    es: 'Tu solicitud ya espera una decisión.',
    pt: 'O seu pedido já espera uma decisão.',
  },
  notSeller: {
    en: 'Who is no seller is not verified as one.',
    es: 'Quien no es vendedor no se verifica como tal.',
    pt: 'Quem não é vendedor não é verificado como tal.',
  },
  ownRequest: {
    en: 'Another administrator decides about your own request.',
    es: 'Sobre tu propia solicitud decide otro administrador.',
    pt: 'Sobre o seu próprio pedido decide outro administrador.',
  },
  noSuchRequest: {
    en: 'There is no such request.',
    es: 'No existe esa solicitud.',
    pt: 'Esse pedido não existe.',
  },
  isDecided: {
    en: 'This request waits no more.',
    es: 'Esta solicitud ya no espera.',
    pt: 'Este pedido já não espera.',
  },
  notVerified: {
    en: 'This seller is not verified.',
    es: 'Este vendedor no está verificado.',
    pt: 'Este vendedor não está verificado.',
  },
  messageNeeded: {
    en: 'Say why.',
    es: 'Di por qué.',
    pt: 'Diga por quê.',
  },
} satisfies Record<string, Sentence | ((...facts: never[]) => Sentence)>;
