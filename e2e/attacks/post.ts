import { type Agent, request } from 'node:http';
import type { Door } from '../client.ts';

/** Asks over the connections of an agent, which may have an address of its own; answers with the text that came. */
export function post(door: Door, agent: Agent, operation: object, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } };
    request(`${door.url}/graphql`, options, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .once('end', () => resolve(text))
        .once('error', reject);
    })
      .once('error', reject)
      .end(JSON.stringify(operation));
  });
}
