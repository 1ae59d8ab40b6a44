import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** Ed25519 (https://www.rfc-editor.org/rfc/rfc8037). */
export const ACCESS_TOKEN_ALGORITHM = 'EdDSA';

/** A new private key. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ACCESS_TOKEN_ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}
