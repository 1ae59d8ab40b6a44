import { dictionary } from '@zxcvbn-ts/language-common';
import { Refusal } from '@agora/platform/errors';
import type { UserCode } from '../codes.ts';
import { normalisedPassword } from './password.ts';
import { sentences } from './sentences.ts';

/** What many people choose is tried first by whoever guesses: tens of thousands that were leaked elsewhere, the commonest ones. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** @throws PASSWORD_WEAK for a password that many people have. */
export function mustNotBeCommon(password: string, field: string): void {
  if (isCommon(password)) throw new Refusal<UserCode>('PASSWORD_WEAK', sentences.passwordWeak, [field]);
}

/** In whatever case it is written. */
function isCommon(password: string): boolean {
  return COMMON.has(normalisedPassword(password).toLowerCase());
}
