import { cacheExchange, Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { persistedExchange } from '@urql/exchange-persisted';
import { AGORA_URL } from '@agora-examples/shared/agora';
import { openLive } from '@agora-examples/shared/live';
import { refreshCookies, WITH_COOKIES } from './session.ts';

/** Cookies whose access token has run out are exchanged, and the operation sent again: also the first one after a reload. */
const auth = authExchange(async () => ({
  addAuthToOperation: (operation) => operation,
  didAuthError: ({ graphQLErrors }) => graphQLErrors.some(({ extensions }) => extensions['reason'] === 'TOKEN_EXPIRED'),
  refreshAuth: refreshCookies,
}));

const live = openLive({ authorization: () => ({}), refresh: refreshCookies });

export const client = new Client({
  url: AGORA_URL,
  fetchOptions: WITH_COOKIES,
  exchanges: [
    cacheExchange,
    auth,
    // Queries go as GET with their hash, and with their text only until the server knows it.
    persistedExchange({ preferGetForPersistedQueries: true }),
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({ unsubscribe: live.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
  preferGetMethod: 'within-url-limit',
});
