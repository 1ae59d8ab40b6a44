import Fastify from 'fastify';
import mercuriusGateway from '@mercuriusjs/gateway';
import { SUBGRAPH_NAMES, SUBGRAPHS, urlOf } from '../graph.ts';

/** Arguments: the subgraphs' origin, port. */
const [origin, port] = process.argv.slice(2);
const app = Fastify();
await app.register(mercuriusGateway, {
  jit: 1,
  gateway: { services: SUBGRAPH_NAMES.map((name) => ({ name, url: urlOf(origin, name), schema: SUBGRAPHS[name], mandatory: true })) },
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
