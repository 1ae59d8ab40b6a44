import { AGORA_URL } from './agora.ts';
import { type Session, SESSION_REFRESH } from './documents.ts';

/**
 * Who is signed in. Both tokens live in the memory of this page: what is in `localStorage` can be read by every script that
 * ever runs on the site, and outlives the tab. To stay signed in over a reload, begin the session in cookies: `../urql-cookies`.
 */
let tokens: { readonly accessToken: string; readonly refreshToken: string } | null = null;
let refreshing: Promise<void> | null = null;

export function keepTokens(session: Session | null | undefined): void {
  const { accessToken, refreshToken } = session ?? {};
  tokens = accessToken && refreshToken ? { accessToken, refreshToken } : null;
}

/** The header of a request; empty for a guest. */
export function authorization(): { authorization?: string } {
  return tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {};
}

export function refreshToken(): string {
  return tokens?.refreshToken ?? '';
}

/** Exchanges the refresh token for a new pair; whoever asks meanwhile waits for the same exchange. */
export function refreshSession(): Promise<void> {
  return (refreshing ??= exchange().finally(() => (refreshing = null)));
}

async function exchange(): Promise<void> {
  const response = await fetch(AGORA_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SESSION_REFRESH, variables: { input: { refreshToken: refreshToken() } } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  keepTokens(data.sessionRefresh.session);
}
