import type { Logger } from '@agora/platform/observe/logging';
import * as oidc from 'openid-client';
import * as z from 'zod';
import { Refusal } from '@agora/platform/errors';
import { emailFrom } from '../accounts/model/email.ts';
import type { UserCode } from '../codes.ts';
import type { ProviderSetting } from './provider-settings.ts';
import { sentences } from './sentences.ts';

/** What a provider is asked of somebody, and what it is asked to come back with. */
export interface AuthorizationRequest {
  readonly returnUrl: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the browser brought back from a provider. */
export interface AuthorizationResponse extends AuthorizationRequest {
  readonly code: string;
  /** Who says that it has sent it (https://www.rfc-editor.org/rfc/rfc9207); null where nobody does. */
  readonly issuer: string | null;
}

/** Whom a provider vouches for: nobody else has this subject at this issuer, ever. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says that the e-mail is theirs. */
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

/** The companies that vouch for people (OpenID Connect); each is asked outside any transaction. */
export interface Providers {
  /** In the order to show them. */
  readonly all: readonly ProviderSetting[];
  /** Undefined for one that is not among them. */
  byId(id: string): ProviderSetting | undefined;
  byIssuer(issuer: string): ProviderSetting | undefined;
  /**
   * Where to send the browser.
   * @throws PROVIDER_FAILED where the provider does not answer in time, or not as it should.
   */
  authorizationUrl(provider: ProviderSetting, request: AuthorizationRequest): Promise<string>;
  /**
   * Exchanges the code for what the provider says of whoever signed in there.
   * @throws PROVIDER_FAILED as well where the code is of another provider, was used, or answers another question.
   */
  vouchedBy(provider: ProviderSetting, response: AuthorizationResponse): Promise<Vouched>;
}

const TIMEOUT_SECONDS = 5;
const FRESH_MS = 3_600_000;
const SCOPE = 'openid email profile';

/** A subject has at most 255 characters (https://openid.net/specs/openid-connect-core-1_0.html#IDToken). */
const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
});

export function createProviders(all: readonly ProviderSetting[], log: Logger): Providers {
  const configurations = new Map(all.map((provider) => [provider.id, keptConfiguration(provider)]));
  const asked = async <T>(provider: ProviderSetting, ask: (configuration: oidc.Configuration) => Promise<T>): Promise<T> => {
    try {
      const configuration = configurations.get(provider.id);
      if (!configuration) throw new Error('There is no such provider.');
      return await ask(await configuration());
    } catch (error) {
      log.warn({ provider: provider.id, reason: reasonOf(error) }, 'A sign-in with a provider failed.');
      throw new Refusal<UserCode>('PROVIDER_FAILED', sentences.providerFailed(provider.name));
    }
  };
  return {
    all,
    byId: (id) => all.find((provider) => provider.id === id),
    byIssuer: (issuer) => all.find((provider) => provider.issuer === issuer),
    authorizationUrl: (provider, { returnUrl, state, nonce, verifier }) =>
      asked(provider, async (configuration) => {
        const url = oidc.buildAuthorizationUrl(configuration, {
          redirect_uri: returnUrl,
          scope: SCOPE,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return url.href;
      }),
    vouchedBy: (provider, response) => asked(provider, (configuration) => exchange(configuration, provider, response)),
  };
}

/** What a provider says of itself, read once an hour; what it said before goes on where it says nothing. */
function keptConfiguration(provider: ProviderSetting): () => Promise<oidc.Configuration> {
  let known: oidc.Configuration | null = null;
  let readAt = 0;
  let reading: Promise<oidc.Configuration> | null = null;
  const read = async () => {
    known = await discover(provider);
    readAt = Date.now();
    return known;
  };
  return async () => {
    if (known && Date.now() - readAt < FRESH_MS) return known;
    reading ??= read().finally(() => (reading = null));
    return reading.catch((error: unknown) => {
      if (!known) throw error;
      return known;
    });
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderSetting): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const execute = [oidc.enableNonRepudiationChecks, ...(address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])];
  return oidc.discovery(address, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS });
}

async function exchange(
  configuration: oidc.Configuration,
  provider: ProviderSetting,
  { returnUrl, state, nonce, verifier, code, issuer }: AuthorizationResponse,
): Promise<Vouched> {
  const address = new URL(returnUrl);
  address.searchParams.set('code', code);
  address.searchParams.set('state', state);
  address.searchParams.set('iss', issuer ?? provider.issuer);
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
  const tokens = await oidc.authorizationCodeGrant(configuration, address, checks);
  const inToken = Claims.parse(tokens.claims());
  const mayAsk = inToken.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const claims = mayAsk ? Claims.parse(await oidc.fetchUserInfo(configuration, tokens.access_token, inToken.sub)) : inToken;
  return {
    issuer: provider.issuer,
    subject: inToken.sub,
    email: emailFrom(claims.email ?? ''),
    isEmailVerified: claims.email_verified === true,
    name: claims.name ?? null,
  };
}

/** Without what the provider has sent, which may hold tokens. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const said = 'error' in error ? ` ${String(error.error)}` : '';
  return `${error.name}${code}${said}: ${error.message}`;
}
