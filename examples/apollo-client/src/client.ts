import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { from, switchMap } from 'rxjs';
import { AGORA_URL } from '@agora-examples/shared/agora';
import { openLive } from '@agora-examples/shared/live';
import { authorization, refreshSession } from '@agora-examples/shared/session';
import { sha256 } from './sha256.ts';

/** A token that has run out is exchanged, and the operation sent again. */
const refresh = new ErrorLink(({ error, operation, forward }) => {
  const isExpired = CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['reason'] === 'TOKEN_EXPIRED');
  if (isExpired) return from(refreshSession()).pipe(switchMap(() => forward(operation)));
});

const authorize = new SetContextLink(({ headers }) => ({ headers: { ...headers, ...authorization() } }));

/** Queries go as GET with their hash, and with their text only until the server knows it. */
const persist = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });

const http = ApolloLink.from([refresh, authorize, persist, new HttpLink({ uri: AGORA_URL, useGETForQueries: true })]);

const live = new GraphQLWsLink(openLive());

export const client = new ApolloClient({
  link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
  cache: new InMemoryCache(),
});
