import { createServer } from 'node:http';
import * as z from 'zod';

/** What node:http alone can do: the answers are ready. The parent sends them: request text → answer. Argument: port. */
let answers = new Map<string, Buffer>();
const Answers = z.record(z.string(), z.string());

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = answers.get(Buffer.concat(chunks).toString()) ?? NO_ANSWER;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});
const NO_ANSWER = Buffer.from('{"errors":[{"message":"This server has no such answer."}]}');
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('message', (message) => {
  answers = new Map(Object.entries(Answers.parse(message)).map(([request, answer]) => [request, Buffer.from(answer)]));
  process.send?.(answers.size);
});
process.once('disconnect', () => process.exit(0));
