import { cacheExchange, Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { persistedExchange } from '@urql/exchange-persisted';
import { AGORA_URL } from '@agora-examples/shared/agora';
import { SESSION_REFRESH, type SessionRefreshData } from '@agora-examples/shared/documents';
import { openLive } from '@agora-examples/shared/live';
import { authorization, keepTokens, refreshToken } from '@agora-examples/shared/session';

/** A token that has run out is exchanged, and the operation sent again. */
const auth = authExchange(async ({ appendHeaders, mutate }) => ({
  addAuthToOperation: (operation) => appendHeaders(operation, { ...authorization() }),
  didAuthError: ({ graphQLErrors }) => graphQLErrors.some(({ extensions }) => extensions['reason'] === 'TOKEN_EXPIRED'),
  async refreshAuth() {
    const { data } = await mutate<SessionRefreshData>(SESSION_REFRESH, { input: { refreshToken: refreshToken() } });
    keepTokens(data?.sessionRefresh?.session);
  },
}));

const live = openLive();

export const client = new Client({
  url: AGORA_URL,
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
