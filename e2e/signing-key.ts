import { importJWK } from 'jose';
import type { Agora } from './agora.ts';
import { onDatabase } from './on-database.ts';

/** The key that the marketplace signs with: an expired token of its own cannot be had otherwise. */
export async function signingKey(agora: Agora) {
  const { rows } = await onDatabase(agora, 'user', (client) =>
    client.query<{ kid: string; private_jwk: Parameters<typeof importJWK>[0] }>('select kid, private_jwk from signing_key'),
  );
  const [row] = rows;
  if (!row) throw new Error('There is no signing key.');
  return { kid: row.kid, key: await importJWK(row.private_jwk, 'EdDSA') };
}
