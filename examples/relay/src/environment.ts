import { Environment, type GraphQLResponse, Network, Observable, type RequestParameters, type Variables } from 'relay-runtime';
import { AGORA_URL } from '@agora-examples/shared/agora';
import { openLive } from '@agora-examples/shared/live';
import { authorization, refreshSession } from '@agora-examples/shared/session';

const live = openLive();

export const environment = new Environment({
  network: Network.create(fetchOrRefresh, ({ text, name }, variables) =>
    Observable.create((sink) =>
      live.subscribe(
        { query: text ?? '', operationName: name, variables },
        { ...sink, next: (event) => sink.next(event as GraphQLResponse) },
      ),
    ),
  ),
});

type Answer = GraphQLResponse & { readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] };

/** A token that has run out is exchanged, and the operation sent again. */
async function fetchOrRefresh(request: RequestParameters, variables: Variables): Promise<Answer> {
  const response = await send(request, variables);
  if (!refused(response, 'TOKEN_EXPIRED')) return response;
  await refreshSession();
  return send(request, variables);
}

/** Queries go as GET with their hash, and with their text only until the server knows it. */
async function send({ id, text, operationKind }: RequestParameters, variables: Variables): Promise<Answer> {
  if (operationKind === 'mutation') return post({ query: text, variables });
  const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
  const response = await get({ variables, extensions });
  return refused(response, 'PERSISTED_QUERY_NOT_FOUND') ? get({ query: text, variables, extensions }) : response;
}

async function post(body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...authorization() };
  return (await fetch(AGORA_URL, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

async function get(body: object): Promise<Answer> {
  const search = Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return (await fetch(`${AGORA_URL}?${new URLSearchParams(search)}`, { headers: authorization() })).json();
}

function refused({ errors = [] }: Answer, why: string): boolean {
  return errors.some(({ extensions }) => extensions?.['code'] === why || extensions?.['reason'] === why);
}
