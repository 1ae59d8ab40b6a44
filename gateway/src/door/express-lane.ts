import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CompiledOperation, ExecutionAnswerText, Executor, Variables } from '@agora/executor';
import type { Logger } from '@agora/platform/logging';
import { traced } from '@agora/platform/trace';
import type { Authenticate } from '../auth/authenticate.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import { askerOf, type GatewayContext } from '../context.ts';
import type { Documents } from '../documents.ts';
import type { ErrorPolicy } from '../errors/policy.ts';
import { expressAnswers } from '../metrics.ts';
import { createOperationLog, type NotedOperation } from '../operation-log.ts';
import type { PersistedQueries } from '../persisted-queries.ts';
import { InFlight, type Sharing } from '../sharing.ts';
import type { ClientAddress } from './client-address.ts';
import type { CorsOptions } from './cors.ts';
import { answerHead, contentTypeFor } from './graphql-head.ts';
import { formatErrors } from './format-errors.ts';
import { metadataInHeaders } from './metadata.ts';
import { readBody } from './read-body.ts';
import { readUsualOperation } from './usual-operation.ts';

export interface ExpressLaneOptions {
  readonly executor: Executor<GatewayContext>;
  readonly documents: Documents;
  readonly authenticate: Authenticate;
  readonly clientAddress: ClientAddress;
  readonly persistedQueries: PersistedQueries;
  readonly errorPolicy: ErrorPolicy;
  readonly sharing: Sharing;
  readonly cors: CorsOptions;
  readonly log: Logger;
}

export interface OtherWays {
  /** The request is unusual, and nothing has been done for it yet; null is a body that is too large. */
  elsewhere(body: string | null): void;
  failed(error: unknown): void;
}

/** Answers a request, or hands it on; false where it has not touched the request. */
export type ExpressLane = (request: IncomingMessage, response: ServerResponse, other: OtherWays) => boolean;

/**
 * Answers the usual request at little more than the cost of its execution: a valid query or mutation, posted as JSON, whose
 * variables fit. Everything else is Apollo Server's, whose answers these equal byte for byte, so that the protocol is written
 * in one place only.
 */
export function createExpressLane(options: ExpressLaneOptions): ExpressLane {
  const { authenticate, clientAddress, cors, log } = options;
  const answerTo = createAnswers(options);
  const note = createOperationLog(log);

  return (request, response, { elsewhere, failed }) => {
    if (request.method !== 'POST' || request.url !== '/graphql') return false;
    const { headers } = request;
    const contentType = contentTypeFor(headers);
    if (contentType === undefined) return false;

    const begun = performance.now();
    readBody(request, (body) => {
      if (body === null) return elsewhere(body);
      const finish = (outcome: Outcome | null) => {
        if (!outcome) return elsewhere(body);
        expressAnswers.inc();
        note(outcome.noted, performance.now() - begun);
        response.writeHead(outcome.status, answerHead(contentType, outcome.text, cors, headers.origin)).end(outcome.text);
      };
      const begin = (signedIn: SignedIn | null) => {
        const context = contextOf(request, signedIn, clientAddress);
        const answer = context && answerTo(context, body);
        if (answer) answer.then(finish).catch(failed);
        else elsewhere(body);
      };
      const signedIn = authenticate(headers.authorization);
      if (signedIn instanceof Promise) signedIn.then(begin, () => elsewhere(body)).catch(failed);
      else begin(signedIn);
    });
    return true;
  };
}

/** Null where something is wrong with the headers; what it is is told elsewhere. */
function contextOf(request: IncomingMessage, signedIn: SignedIn | null, clientAddress: ClientAddress): GatewayContext | null {
  try {
    return { identity: { actor: signedIn?.actor ?? null, ip: clientAddress(request) }, ...metadataInHeaders(request.headers) };
  } catch {
    return null;
  }
}

/** What is sent for one operation: the same to all who share it. */
interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly noted: NotedOperation;
}

/** Null, at once or later, is an operation that is elsewhere's to answer, and of which nothing was executed. */
type Answers = (context: GatewayContext, body: string) => Promise<Outcome | null> | null;

/** Queries of one asker with the same body that are under way at the same time are executed once. */
function createAnswers(options: ExpressLaneOptions): Answers {
  const { executor, errorPolicy } = options;
  const inFlight = new InFlight<Outcome | null>(options.sharing);

  const run = async ({ compiled, variables, query }: Prepared, context: GatewayContext): Promise<Outcome | null> => {
    const answer = await executor.executeToText(compiled, variables, context);
    return outcomeOf(answer, errorPolicy, context, { query, operation: compiled.operation });
  };
  return (context, body) => {
    const key = `${askerOf(context)}\n${body}`;
    const going = inFlight.get(key);
    if (going) return going;
    const prepared = prepare(options, body);
    if (!prepared) return null;
    const begin = () => run(prepared, context);
    return prepared.compiled.type === 'query' ? inFlight.join(key, begin) : begin();
  };
}

interface Prepared {
  readonly compiled: CompiledOperation;
  readonly query: string;
  readonly variables: Variables | undefined;
}

/** Null for what is not usual; why it cannot be planned, for example, is told elsewhere. */
function prepare({ executor, documents, persistedQueries }: ExpressLaneOptions, body: string): Prepared | null {
  const usual = readUsualOperation(body, persistedQueries);
  if (!usual) return null;
  const { query, operationName, variables } = usual;
  try {
    const checked = documents.check(query, operationName);
    if ('problems' in checked || checked.operation.operation === 'subscription') return null;
    return { compiled: executor.compile(checked.document, operationName ?? undefined), query, variables };
  } catch {
    return null;
  }
}

function outcomeOf(
  { data, errors }: ExecutionAnswerText,
  policy: ErrorPolicy,
  { traceparent }: GatewayContext,
  operation: Pick<NotedOperation, 'query' | 'operation'>,
): Outcome | null {
  if (data === undefined) return null;
  const told = errors && policy.told(errors, data === 'null');
  if (!told) return { status: 200, text: `{"data":${data}}\n`, noted: { ...operation, codes: NO_CODES } };
  const { status, formatted } = traced(traceparent, () => formatErrors(told, policy.format));
  const codes = told.map(({ extensions }) => extensions?.['code']);
  return { status, text: `{"errors":${JSON.stringify(formatted)},"data":${data}}\n`, noted: { ...operation, codes } };
}

const NO_CODES: readonly unknown[] = [];
