import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PatientServer } from '../src/graph/patient-server.ts';

const TIMES = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
const server = new PatientServer(TIMES, (incoming, response) => {
  if (incoming.method === 'PUT') server.leave(incoming);
  incoming.resume().once('end', () => response.end('It came whole.'));
});
let port: number;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a request that takes long to come is ended, but one that something else watches over', async () => {
  const [watched, other] = (['PUT', 'POST'] as const).map((method) => {
    const sent = request({ port, method, headers: { 'content-length': 2 } });
    sent.write('1');
    return sent;
  });
  if (!watched || !other) throw new Error('Two requests were sent.');
  // Both began in that order: once the other is ended, the time of both is over.
  expect((await answerTo(other)).statusCode).toBe(408);
  watched.end('2');
  expect((await answerTo(watched)).statusCode).toBe(200);
});

async function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer.resume();
}
