import { ask } from '../../examples/graphql-ws/src/client.ts';

globalThis.ask = (text, extensions) => ask(text, {}, extensions);
