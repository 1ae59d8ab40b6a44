import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import * as z from 'zod';

export interface ForeignSubgraph {
  readonly url: string;
  /** The headers of each request, oldest first. */
  readonly headers: NodeJS.Dict<string | string[]>[];
  stop(): Promise<void>;
}

const Body = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish(), operationName: z.string().nullish() });

/** A subgraph as others write them: it knows nothing of identities. An error with `extensions.status` is answered with that status. */
export async function serveForeign(typeDefs: string, resolvers: object): Promise<ForeignSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
  const headers: ForeignSubgraph['headers'] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { query, variables, operationName } = Body.parse(JSON.parse(await text(request)));
    const result = await execute({ schema, document: parse(query), variableValues: variables, operationName });
    const status = z.number().catch(200).parse(result.errors?.[0]?.extensions['status']);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  const server = createServer((request, response) => {
    headers.push(request.headers);
    void answer(request, response);
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const live = useServer({ schema }, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    headers,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await live.dispose();
      server.closeAllConnections();
      await closed;
    },
  };
}
