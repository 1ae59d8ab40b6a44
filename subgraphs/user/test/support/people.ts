import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { UserRegistered } from '@agora/schema/events/user';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';

export const PASSWORD = 'correct horse battery';

export const REGISTER = `mutation ($input: UserRegisterInput!) {
  userRegister(input: $input) { user { id username } session { id accessToken refreshToken expiresAt } userErrors { code message field } }
}`;
export const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { user { id } session { id accessToken refreshToken expiresAt } userErrors { code message field } }
}`;
export const REFRESH = `mutation ($input: SessionRefreshInput!) {
  sessionRefresh(input: $input) { user { id } session { id accessToken refreshToken expiresAt } userErrors { code message field } }
}`;

export const REAUTHENTICATE = `mutation ($input: SessionReauthenticateInput!) {
  sessionReauthenticate(input: $input) { user { id } session { id accessToken refreshToken expiresAt } userErrors { code message field } }
}`;

const Tokens = z.object({ id: z.string(), accessToken: z.string(), refreshToken: z.string(), expiresAt: z.string() });
export const Payload = z.object({
  user: z.object({ id: z.string(), username: z.string().optional() }).nullable(),
  session: Tokens.nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })),
});

export type Tokens = z.infer<typeof Tokens>;
export type Payload = z.infer<typeof Payload>;

/** The same, but for that they have not proved who they are for eleven minutes. */
export function longSignedIn<Who extends Actor>(who: Who): Who {
  return { ...who, authTime: who.authTime - 660 };
}

/** Somebody who came in by the front door. */
export interface Member extends Actor {
  readonly email: string;
  readonly tokens: Tokens;
}

/** Whatever is issued from then on differs from what ended then. */
export async function pastSecondOf(expiresAt: string | undefined): Promise<void> {
  const issuedAt = Date.parse(expiresAt ?? '') - 900_000;
  await eventually(() => Date.now() >= issuedAt + 1_000);
}

let count = 0;

/** People of one marketplace, each with an e-mail of their own. */
export function peopleOf(user: () => SubgraphUnderTest) {
  const ask = async (field: string, query: string, input: object, idempotencyKey?: string, as: Actor | null = null): Promise<Payload> => {
    const options = idempotencyKey === undefined ? { as } : { as, idempotencyKey };
    return Payload.parse((await user().data(query, { input }, options))[field]);
  };

  const register = (input: object = {}, idempotencyKey?: string) => {
    const email = `person-${++count}@agora.example`;
    return ask('userRegister', REGISTER, { email, password: PASSWORD, displayName: `Person ${count}`, ...input }, idempotencyKey);
  };

  const verify = async (accessToken: string): Promise<JWTPayload & { roles?: Actor['roles'] }> => {
    const keys = (await user().service.routes['/.well-known/jwks.json']?.(new URLSearchParams())) as JSONWebKeySet;
    const options = { issuer: 'agora', audience: 'agora', algorithms: ['EdDSA'] };
    return (await jwtVerify<{ roles: Actor['roles'] }>(accessToken, createLocalJWKSet(keys), options)).payload;
  };

  const actor = async (accessToken: string): Promise<Actor> => {
    const { sub = '', roles = [], sid, auth_time: authTime } = await verify(accessToken);
    return { id: sub, roles, sessionId: String(sid), authTime: Number(authTime) };
  };

  return {
    register,
    verify,
    /** Whom a token speaks for. */
    actor,
    signIn: (email: string, password = PASSWORD, idempotencyKey?: string) =>
      ask('sessionCreate', SIGN_IN, { email, password }, idempotencyKey),
    reauthenticate: (as: Actor, input: object) => ask('sessionReauthenticate', REAUTHENTICATE, input, undefined, as),
    refresh: (refreshToken: string, idempotencyKey?: string, as: Actor | null = null) =>
      ask('sessionRefresh', REFRESH, { refreshToken }, idempotencyKey, as),

    /** Whoever announced something before now has been heard: events of a subgraph leave in order. */
    async heardAllUntilNow(): Promise<void> {
      const { user: last } = await register();
      await user().heard(UserRegistered, ({ userId }) => userId === last?.id);
    },

    /** Registers, and acts from then on as what the token says. */
    async member(input: { readonly email?: string; readonly [field: string]: unknown } = {}): Promise<Member> {
      const email = input.email ?? `member-${++count}@agora.example`;
      const { session } = await register({ ...input, email });
      if (!session) throw new Error('Nobody was registered.');
      return { ...(await actor(session.accessToken)), email, tokens: session };
    },
  };
}
