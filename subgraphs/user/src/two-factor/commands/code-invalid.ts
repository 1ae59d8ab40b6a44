import { Refusal } from '@agora/platform/errors';
import type { UserCode } from '../../codes.ts';
import { sentences } from '../sentences.ts';

export function codeInvalid(why: 'WRONG' | 'MISSING' = 'WRONG'): Refusal<UserCode> {
  return new Refusal<UserCode>('CODE_INVALID', why === 'WRONG' ? sentences.codeInvalid : sentences.codeMissing, ['code']);
}
