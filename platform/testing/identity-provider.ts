import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { type CryptoKey, decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod';
import { Provider } from 'oidc-provider';

/** Somebody who has an account at a provider. */
export interface PersonAtProvider {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** What came back with the browser. */
export interface Returned {
  readonly state: string;
  readonly code: string;
  readonly iss: string;
}

/** A provider of OpenID Connect, as a server of its own. */
export interface ProviderServer {
  readonly issuer: string;
  /** As the setting of the marketplace says it. */
  readonly setting: { id: string; name: string; issuer: string; clientId: string; clientSecret: string };
  /** Sends a browser to it, in which this person signs in; what it comes back with. */
  visit(authorizationUrl: string, person: PersonAtProvider): Promise<Returned>;
  /** The next token that says who somebody is says this besides, or is signed by somebody else, or by nobody. */
  lie(about: Lie): void;
  /** Takes requests and answers none until it is called again with false. */
  hang(isHanging: boolean): void;
  /** How often it was asked for what it says of itself. */
  discoveries(): number;
  stop(): Promise<void>;
}

export interface Lie {
  readonly claims?: JWTPayload;
  readonly signedBy?: 'somebody else' | 'nobody';
}

export const RETURN_URL = 'http://localhost:5173/signed-in';

const PERSON = 'x-person';

/** `says`: the issuer that it says to be, where that is another one than it is. */
export async function startProvider(id: string, name: string, says?: string): Promise<ProviderServer> {
  const people = new Map<string, PersonAtProvider>();
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  let isHanging = false;
  let lie: Lie | null = null;
  let discoveries = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/.well-known/')) discoveries++;
    if (!isHanging) handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const setting = { id, name, issuer, clientId: `agora-at-${id}`, clientSecret: `a secret of ${id} that nobody prints` };
  const [own, other] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
  const provider = await openProvider(says ?? issuer, setting, people, own.privateKey);
  const callback = provider.callback();
  handle = (request, response) => {
    if (request.url === '/token' && lie) {
      answerWith(response, lie, lie.signedBy === 'somebody else' ? other.privateKey : own.privateKey);
      lie = null;
    }
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    const login = { accountId: String(request.headers[PERSON]) };
    void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  };

  return {
    issuer,
    setting,
    async visit(authorizationUrl, person) {
      people.set(person.sub, person);
      return returned(authorizationUrl, issuer, person.sub);
    },
    lie: (about) => void (lie = about),
    hang: (on) => void (isHanging = on),
    discoveries: () => discoveries,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const Tokens = z.looseObject({ id_token: z.string() });

/** The tokens that this answer brings, with another one that says who somebody is. */
function answerWith(response: ServerResponse, { claims, signedBy }: Lie, key: CryptoKey): void {
  const end = response.end.bind(response);
  response.end = (body: unknown) => {
    const tokens = Tokens.parse(JSON.parse(String(body)));
    const said = { ...decodeJwt(tokens.id_token), ...claims };
    const signed = new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
    const told = signedBy === 'nobody' ? Promise.resolve(new UnsecuredJWT(said).encode()) : signed;
    void told.then((id_token) => {
      const text = JSON.stringify({ ...tokens, id_token });
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    });
    return response;
  };
}

async function openProvider(
  issuer: string,
  { clientId, clientSecret }: ProviderServer['setting'],
  people: Map<string, PersonAtProvider>,
  privateKey: CryptoKey,
) {
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' };
  // It warns that it keeps everything in memory.
  const muted = jest.spyOn(console, 'warn').mockImplementation(() => {});
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [RETURN_URL],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { AccessToken: 600, AuthorizationCode: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    async loadExistingGrant({ oidc: { client, session, params, provider } }) {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope(String(params?.['scope']));
      await grant.save();
      return grant;
    },
  });
  muted.mockRestore();
  return provider;
}

/** Follows redirects with the cookies that they set, until the browser is sent back to the marketplace. */
async function returned(authorizationUrl: string, issuer: string, person: string): Promise<Returned> {
  const cookies = new Map<string, string>();
  for (let address = authorizationUrl; ;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie, [PERSON]: person } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = new URL(response.headers.get('location') ?? `no-redirect:${await response.text()}`, issuer);
    if (location.href.startsWith(RETURN_URL)) {
      const [state = '', code = '', iss = ''] = ['state', 'code', 'iss'].map((name) => location.searchParams.get(name) ?? '');
      return { state, code, iss };
    }
    address = location.href;
  }
}
