import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CompiledOperation, ExecutionAnswer, ExecutionAnswerText, Executor } from '@agora/executor';
import type { Logger } from '@agora/platform/logging';
import { traced } from '@agora/platform/trace';
import type { GraphQLFormattedError } from 'graphql';
import type { Admit, OperationCost } from '../admission/admit.ts';
import type { Barred } from '../admission/barred.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import { askerOf, type GatewayContext } from '../context.ts';
import { type CheckedOperation, type Documents, isOfDocument, type Rejected } from '../documents.ts';
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
import { type Body, readBody } from './read-body.ts';
import type { TakeBytes } from './requests.ts';
import { readUsualOperation, type UsualOperation } from './usual-operation.ts';

export interface ExpressLaneOptions {
  readonly executor: Executor<GatewayContext>;
  readonly documents: Documents;
  readonly admit: Admit;
  readonly authenticate: Authenticate;
  readonly clientAddress: ClientAddress;
  readonly budgets: AskerBudgets;
  readonly persistedQueries: PersistedQueries;
  readonly barred: Barred;
  readonly errorPolicy: ErrorPolicy;
  readonly sharing: Sharing;
  readonly cors: CorsOptions;
  readonly log: Logger;
}

export interface OtherWays {
  /** The request is unusual, and nothing has been done for it yet but reading its body. */
  elsewhere(body: Body): void;
  failed(error: unknown): void;
  /** Sends an answer of so many bytes, about, when there is room for it. */
  sendWithRoom(response: ServerResponse, bytes: number, send: () => void): void;
}

/** Answers a request, or hands it on; false where it has not touched the request. */
export type ExpressLane = (request: IncomingMessage, response: ServerResponse, takeBytes: TakeBytes, other: OtherWays) => boolean;

/**
 * Answers the usual request at little more than the cost of its execution: a valid query or mutation, posted as JSON, whose
 * variables fit; and refuses a document that is none or invalid, or an operation that costs too much. Everything else is Apollo
 * Server's, whose answers these equal byte for byte, so that the protocol is written in one place only.
 */
export function createExpressLane(options: ExpressLaneOptions): ExpressLane {
  const { authenticate, clientAddress, budgets, cors, log } = options;
  const answerTo = createAnswers(options);
  const note = createOperationLog(log);

  return (request, response, takeBytes, { elsewhere, failed, sendWithRoom }) => {
    if (request.method !== 'POST' || request.url !== '/graphql') return false;
    const { headers } = request;
    const contentType = contentTypeFor(headers);
    if (contentType === undefined) return false;

    const begun = performance.now();
    readBody(request, takeBytes, (body) => {
      if (typeof body !== 'string') return elsewhere(body);
      const finish = (outcome: Outcome | null) => {
        if (!outcome) return elsewhere(body);
        expressAnswers.inc();
        note(outcome.noted, performance.now() - begun);
        const { status, text } = outcome;
        sendWithRoom(response, text.length, () => {
          response.writeHead(status, answerHead(contentType, text, cors, headers.origin)).end(text);
        });
      };
      const begin = (signedIn: SignedIn | null) => {
        try {
          const context = contextOf(request, signedIn, clientAddress);
          const answer = context && !budgets.refusal(context.identity) && answerTo(context, body);
          if (answer) answer.then(finish).catch(failed);
          else elsewhere(body);
        } catch (error) {
          failed(error); // thrown on, it would end the process
        }
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
  /** What it cost; null where nothing of the operation was executed. */
  readonly spent: number | null;
}

/** Null, at once or later, is an operation that is elsewhere's to answer, and of which nothing was executed. */
type Answers = (context: GatewayContext, body: string) => Promise<Outcome | null> | null;

/**
 * Queries of one asker with the same body that are under way at the same time are executed once. Each costs what it would have
 * cost alone: an answer takes its memory as often as it is sent.
 */
function createAnswers(options: ExpressLaneOptions): Answers {
  const { executor, errorPolicy, admit, budgets, barred: barredAnswer } = options;
  const inFlight = new InFlight<Outcome | null>(options.sharing);

  const run = async (usual: CheckedUsual, context: GatewayContext): Promise<Outcome | null> => {
    const { operation, query, variables, tellsCost } = usual;
    const { refusal, cost } = admit({ ...usual, context });
    if (refusal?.extensions['code'] === 'RATE_LIMITED') return null; // elsewhere has the header that says when to come back
    const barred = refusal ? null : barredAnswer({ ...usual, actor: context.identity.actor });
    if (refusal || barred) budgets.wasRefused(context.identity);
    if (refusal) return { ...failedOutcome([refusal.toJSON()], '', errorPolicy, context, { query, operation }), spent: null };
    const compiled = barred ? null : compile(options, usual, context);
    const answer = barred ? asText(barred) : compiled && (await executor.executeToText(compiled, variables, context));
    const outcome = answer && outcomeOf(answer, tellsCost ? cost : null, errorPolicy, context, { query, operation });
    if (outcome) return { ...outcome, spent: barred ? null : (cost?.spent ?? 0) };
    if (cost) budgets.giveBack(context.identity, cost.spent); // it is admitted again elsewhere
    return null;
  };
  const joined = (outcome: Outcome | null, { identity }: GatewayContext): Outcome | null => {
    if (outcome?.spent === null) budgets.wasRefused(identity);
    return outcome?.spent && budgets.spend(identity, outcome.spent) ? null : outcome;
  };
  return (context, body) => {
    const key = `${askerOf(context)}\n${body}`;
    const going = inFlight.get(key);
    if (going) return going.then((outcome) => joined(outcome, context));
    const usual = readChecked(options, body, context);
    if (!usual) return null;
    if ('problems' in usual) {
      budgets.wasRefused(context.identity);
      return Promise.resolve(rejectedOutcome(usual, errorPolicy, context));
    }
    const begin = () => run(usual, context);
    return usual.operation.operation === 'query' ? inFlight.join(key, begin) : begin();
  };
}

function asText({ data, errors }: ExecutionAnswer): ExecutionAnswerText {
  return { data: JSON.stringify(data), ...(errors && { errors }) };
}

interface CheckedUsual extends UsualOperation, CheckedOperation {
  /** Nobody has sent its document before, as far as is remembered. */
  readonly isNew: boolean;
}
type RejectedUsual = UsualOperation & Rejected;

/** Null for what is not usual, and for what whoever asks has no budget to learn. */
function readChecked(
  { documents, budgets, persistedQueries }: ExpressLaneOptions,
  body: string,
  { identity }: GatewayContext,
): CheckedUsual | RejectedUsual | null {
  const usual = readUsualOperation(body, persistedQueries);
  if (!usual) return null;
  const isNew = !documents.knows(usual.query);
  if (isNew && budgets.refusalToLearn(identity)) return null;
  const check = () => documents.check(usual.query, usual.operationName);
  const checked = isNew ? budgets.learn(identity, check) : check();
  if ('problems' in checked) return isOfDocument(checked) ? { ...usual, ...checked } : null;
  return checked.operation.operation === 'subscription' ? null : { ...usual, ...checked, isNew };
}

/** Null for what cannot be planned; why is told elsewhere. */
function compile(
  { executor, budgets }: ExpressLaneOptions,
  { document, operationName, isNew }: CheckedUsual,
  { identity }: GatewayContext,
): CompiledOperation | null {
  const plan = () => executor.compile(document, operationName ?? undefined);
  try {
    return isNew ? budgets.learn(identity, plan) : plan();
  } catch {
    return null;
  }
}

function outcomeOf(
  { data, errors }: ExecutionAnswerText,
  cost: OperationCost | null,
  policy: ErrorPolicy,
  context: GatewayContext,
  operation: Operation,
): Sent | null {
  if (data === undefined) return null;
  const told = errors && policy.told(errors, data === 'null');
  const rest = `"data":${data}${cost ? `,"extensions":${JSON.stringify({ cost })}` : ''}`;
  if (told) return failedOutcome(told, `,${rest}`, policy, context, operation);
  return { status: 200, text: `{${rest}}\n`, noted: { ...operation, codes: NO_CODES } };
}

/** `rest` is what comes behind the errors. */
function failedOutcome(
  errors: readonly GraphQLFormattedError[],
  rest: string,
  { format }: ErrorPolicy,
  { traceparent }: GatewayContext,
  operation: Operation,
): Sent {
  const { status, formatted } = traced(traceparent, () => formatErrors(errors, format));
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  return { status, text: `{"errors":${JSON.stringify(formatted)}${rest}}\n`, noted: { ...operation, codes } };
}

/** Apollo Server has nothing to add to what is wrong with a document. */
function rejectedOutcome({ query, problems }: RejectedUsual, policy: ErrorPolicy, context: GatewayContext): Outcome {
  const errors = problems.map((problem) => problem.toJSON());
  return { ...failedOutcome(errors, '', policy, context, { query, operation: undefined }), status: 400, spent: null };
}

type Sent = Omit<Outcome, 'spent'>;
type Operation = Pick<NotedOperation, 'query' | 'operation'>;

const NO_CODES: readonly unknown[] = [];
