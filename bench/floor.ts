import { createServer } from 'node:http';

/** What node:http alone can do on this machine now: the same bytes, with the answer ready. It runs as a process of its own. */
const answer = Buffer.from(process.env['FLOOR_ANSWER'] ?? '{}');
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.once('disconnect', () => process.exit(0));
