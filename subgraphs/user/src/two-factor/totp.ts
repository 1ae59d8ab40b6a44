import { seal, unseal } from '@agora/platform/security/seal';
import { generateSecret, generateURI, verifySync } from 'otplib';

const ISSUER = 'Agora';
const STEP_SECONDS = 30;
const CODE = /^\d{6}$/;

/** Codes of authenticator apps: TOTP (https://www.rfc-editor.org/rfc/rfc6238) with SHA-1, six digits and 30 seconds, which all apps know. */
export interface Totp {
  newSecret(): string;
  /** What is kept of a secret. */
  seal(secret: string): string;
  /** What an app reads from a QR code (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). */
  uriOf(secret: string, label: string): string;
  /** The step of time that the code is of, now or one step away, for clocks differ and people type; null for a wrong code. */
  stepOf(sealed: string, code: string): number | null;
}

export function createTotp(masterKey: string): Totp {
  return {
    newSecret: () => generateSecret(),
    seal: (secret) => seal(masterKey, secret),
    uriOf: (secret, label) => generateURI({ issuer: ISSUER, label, secret }),
    stepOf(sealed, code) {
      if (!CODE.test(code)) return null;
      const result = verifySync({ secret: unseal(masterKey, sealed), token: code, epochTolerance: STEP_SECONDS });
      return result.valid && 'timeStep' in result ? result.timeStep : null;
    },
  };
}
