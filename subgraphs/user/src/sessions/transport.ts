import { Refusal } from '@agora/platform/errors';
import type { Context } from '../context.ts';
import type { Transport } from './model/session.ts';
import { sentences } from './sentences.ts';

/**
 * How the tokens of a new session shall travel; BEARER where nothing is said.
 * @throws INVALID for cookies where the answer can set none.
 */
export function transportOf(
  { transport }: { readonly transport?: Transport | null | undefined },
  { refreshToken }: Pick<Context, 'refreshToken'>,
): Transport {
  if (transport === 'COOKIE' && refreshToken === null) throw new Refusal('INVALID', sentences.noCookiesHere, ['transport']);
  return transport ?? 'BEARER';
}
