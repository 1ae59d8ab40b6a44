import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Authenticate } from '../auth/authenticate.ts';
import type { CookieExchange } from '../context.ts';
import { type CorsOptions, isForbiddenWithCookies } from './cors.ts';

const PREFIX = '__Host-agora-';
const ACCESS = `${PREFIX}access`;
const REFRESH = `${PREFIX}refresh`;

/** Browsers keep no cookie of more than 4,096 characters, so what is longer was never ours. */
const MAX_LENGTH = 4_096;

/** What a browser has of its session, which its pages cannot read. */
export interface SessionCookies {
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
}

/** Null where there are none, and where a token in the header `authorization` says who asks: then cookies count for nothing. */
export function sessionCookiesIn({ authorization, cookie }: IncomingHttpHeaders): SessionCookies | null {
  if (cookie === undefined || authorization || !cookie.includes(PREFIX)) return null;
  const cookies = parseCookie(cookie, { decode: (value) => value });
  return cookies[ACCESS] === undefined && cookies[REFRESH] === undefined
    ? null
    : { accessToken: cookies[ACCESS], refreshToken: cookies[REFRESH] };
}

/** Who asks, by the cookie of the session where there is one, else by the header `authorization`. */
export function authenticateBy(authenticate: Authenticate, cookies: SessionCookies | null, authorization: string | undefined) {
  if (!cookies) return authenticate(authorization);
  return cookies.accessToken ? authenticate(`Bearer ${cookies.accessToken}`, 'COOKIE') : null;
}

export function exchangeOf(cookies: SessionCookies | null): CookieExchange {
  const token = cookies?.refreshToken ?? '';
  return { refreshToken: token.length <= MAX_LENGTH && PRINTABLE.test(token) ? token : '' };
}

const PRINTABLE = /^[\x21-\x7e]*$/;

/** Why a request with cookies may be the doing of a page of another site, whose browser adds them unasked; null where it cannot be. */
export function forgeryIn(cors: CorsOptions, request: IncomingMessage): string | null {
  if (isForbiddenWithCookies(cors, request)) return 'Pages of this origin may not use the cookies of a session.';
  const { 'content-type': contentType = '', 'apollo-require-preflight': preflight } = request.headers;
  if (preflight || JSON_BODY.test(contentType)) return null;
  return 'A request with the cookies of a session needs the header apollo-require-preflight: 1, or a content type of JSON.';
}

const JSON_BODY = /^\s*application\/(graphql\+)?json\s*(;|$)/i;

/** What the browser is told to keep; nothing where the answer says nothing of its session. */
export function cookiesToSet({ tokens }: CookieExchange, came: SessionCookies | null): readonly string[] {
  if (tokens) {
    const maxAge = Math.max(0, Math.floor((Date.parse(tokens.sessionExpiresAt) - Date.now()) / 1000));
    // The access token stays with it when it has run out: whoever comes with it is told to refresh, instead of being a guest.
    return [setCookie(ACCESS, tokens.accessToken, maxAge), setCookie(REFRESH, tokens.refreshToken, maxAge)];
  }
  return tokens === null && came ? CLEARED : NONE;
}

function setCookie(name: string, value: string, maxAge: number): string {
  return stringifySetCookie({ name, value, maxAge, path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
}

const CLEARED = [setCookie(ACCESS, '', 0), setCookie(REFRESH, '', 0)];
const NONE: readonly string[] = [];
