import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Stoppable } from '@agora/platform/every';
import type { Logger } from '@agora/platform/logging';
import { traced, traceparent } from '@agora/platform/trace';
import type { ApolloServer } from '@apollo/server';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate, SignedIn } from '../auth/authenticate.ts';
import type { GatewayContext } from '../context.ts';
import type { CheckedOperation, Documents } from '../documents.ts';
import type { FormatError } from '../errors.ts';
import { openSockets } from '../metrics.ts';
import type { Subscribe } from '../subscriptions/subscribe.ts';
import { MAX_BODY_BYTES } from './http-messages.ts';

export interface SocketsOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly documents: Documents;
  readonly subscribe: Subscribe;
  readonly formatError: FormatError;
  readonly log: Logger;
}

const MOST_OPERATIONS = 100;
const INIT_WITHIN_MS = 3_000;
const PING_EVERY_MS = 12_000;
const CLOSE_PATIENCE_MS = 1_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const UNAUTHORIZED = 4401;
const COME_BACK = 1012;
