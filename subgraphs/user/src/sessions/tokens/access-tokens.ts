import { columnsOf, json } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { importJWK, SignJWT } from 'jose';
import * as z from 'zod';
import type { Role } from '../../accounts/model/role.ts';
import type { Transport } from '../model/session.ts';
import { SigningKey } from '../model/signing-key.ts';
import { ACCESS_TOKEN_ALGORITHM } from './ed25519.ts';

const ISSUER = 'agora';
const AUDIENCE = 'agora';

/** What an access token says. */
export interface Subject {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** When the session last proved who is there. */
  readonly authenticatedAt: Date;
  /** A token is good for no other. */
  readonly transport: Transport;
}

/** Issues access tokens. */
export interface AccessTokens {
  issue(subject: Subject): Promise<{ readonly token: string; readonly expiresAt: Date }>;
}

const PrivateJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
const PublicJwk = PrivateJwk.omit({ d: true });

const KID = columnsOf(SigningKey, 'kid');
const NEWEST_FIRST = 'order by created_at desc, kid';
const newestKey = statement(
  { ...KID, jwk: json('private_jwk') },
  (columns) => `select ${columns} from signing_key ${NEWEST_FIRST} limit 1`,
);
const publicKeys = statement({ ...KID, jwk: json("private_jwk - 'd'") }, (columns) => `select ${columns} from signing_key ${NEWEST_FIRST}`);

/** Signs with the newest key, for so many seconds. */
export async function openAccessTokens(em: EntityManager, lifetimeSeconds: number): Promise<AccessTokens> {
  const [newest] = await newestKey(em);
  if (!newest) throw new Error('There is no key to sign access tokens with.');
  const key = await importJWK(PrivateJwk.parse(newest.jwk), ACCESS_TOKEN_ALGORITHM);

  return {
    async issue({ userId, roles, sessionId, authenticatedAt, transport }) {
      const issuedAt = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({
        roles,
        sid: sessionId,
        auth_time: Math.floor(authenticatedAt.getTime() / 1000),
        ...(transport === 'COOKIE' && { transport }),
      })
        .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, kid: newest.kid, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key);
      return { token, expiresAt: new Date((issuedAt + lifetimeSeconds) * 1000) };
    },
  };
}

/** The JSON Web Key Set (https://www.rfc-editor.org/rfc/rfc7517#section-5) that verifies access tokens. Private halves stay in the database. */
export async function publishedKeys(em: EntityManager): Promise<{ keys: object[] }> {
  return {
    keys: (await publicKeys(em)).map(({ kid, jwk }) => ({ ...PublicJwk.parse(jwk), kid, alg: ACCESS_TOKEN_ALGORITHM, use: 'sig' })),
  };
}
