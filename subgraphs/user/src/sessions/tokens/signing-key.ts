import { exportJWK, generateKeyPair, type JWK } from 'jose';

export const ACCESS_TOKEN_ALGORITHM = 'EdDSA';

/** A new private key. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ACCESS_TOKEN_ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}
