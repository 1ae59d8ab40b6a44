import { AGORA_URL } from '@agora-examples/shared/agora';
import { SESSION_REFRESH } from '@agora-examples/shared/documents';

/** The cookies go along, and a header that a page of another site may not send: without it the marketplace refuses cookies. */
export const WITH_COOKIES = { credentials: 'include', headers: { 'apollo-require-preflight': '1' } } as const;

/** Exchanges the cookies for new ones. Tabs may do so at once: all get the same. */
export async function refreshCookies(): Promise<void> {
  const response = await fetch(AGORA_URL, {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SESSION_REFRESH, variables: { input: {} } }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
}
