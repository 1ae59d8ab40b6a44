/** Reasons that only this subgraph has; the mutations that may answer one name it in their description. */
export const codes = [
  'INVALID_CREDENTIALS',
  'TOKEN_EXPIRED',
  'EMAIL_TAKEN',
  'USERNAME_TAKEN',
  'ACCOUNT_SUSPENDED',
  'UNSUPPORTED',
  'LIMIT_REACHED',
  'MEDIA_NOT_READY',
  'MEDIA_REJECTED',
  'ALREADY_EXISTS',
  'PASSWORD_WEAK',
  'CODE_INVALID',
  'RATE_LIMITED',
  'PROVIDER_FAILED',
] as const;
export type UserCode = (typeof codes)[number];
