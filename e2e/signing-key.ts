import path from 'node:path';
import { importJWK } from 'jose';
import pg from 'pg';
import { findPostgres } from '@agora/local/postgres';
import type { Agora } from './agora.ts';

/** The key that the marketplace signs with: an expired token of its own cannot be had otherwise. */
export async function signingKey(agora: Agora) {
  const postgres = await findPostgres(path.join(agora.data, 'postgres'));
  const client = new pg.Client({ connectionString: postgres?.url('user') });
  await client.connect();
  const { rows } = await client.query<{ kid: string; private_jwk: Parameters<typeof importJWK>[0] }>(
    'select kid, private_jwk from signing_key',
  );
  await client.end();
  const [row] = rows;
  if (!row) throw new Error('There is no signing key.');
  return { kid: row.kid, key: await importJWK(row.private_jwk, 'EdDSA') };
}
