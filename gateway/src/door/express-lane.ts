import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CompiledOperation, ExecutionAnswer, ExecutionAnswerText, Executor } from '@agora/executor';
import type { Logger } from '@agora/platform/observe/logging';
import { traced } from '@agora/platform/observe/trace';
import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Admit, OperationCost } from '../admission/admit.ts';
import type { Barred } from '../admission/barred.ts';
import type { LookUp } from '../admission/look-up.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import type { AskerBudgets } from '../budgets/asker-budgets.ts';
import { Cancellation } from '../cancellation.ts';
import type { Asker, GatewayContext, LeavableContext } from '../context.ts';
import { type CheckedOperation, isOfDocument, type Rejected } from '../documents.ts';
import type { ErrorPolicy } from '../errors/policy.ts';
import { expressAnswers } from '../metrics.ts';
import { createOperationLog, type NotedOperation } from '../operation-log.ts';
import type { PersistedQueries } from '../persisted-queries.ts';
import { InFlight, type Question, type Sharing } from '../sharing.ts';
import type { Serving } from '../swap.ts';
import type { CorsOptions } from './cors.ts';
import { answerHead, contentTypeFor } from './graphql-head.ts';
import { formatErrors } from './format-errors.ts';
import { askerInHeaders, contextInHeaders } from './metadata.ts';
import { type Body, readBody } from './read-body.ts';
import { authenticateBy, cookiesToSet, exchangeOf, forgeryIn, sessionCookiesIn } from './session-cookies.ts';
import type { UnderWay } from './requests.ts';
import { readUsualOperation, type UsualOperation } from './usual-operation.ts';

export interface ExpressLaneOptions {
  readonly serving: Serving;
  readonly lookUp: LookUp;
  readonly admit: Admit;
  readonly authenticate: Authenticate;
  /** Names of headers of clients that subgraphs are sent. */
  readonly forwards: readonly string[];
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
  fallback(request: IncomingMessage, response: ServerResponse, underWay: UnderWay, body: Body): void;
  failed(response: ServerResponse, error: unknown): void;
  /** Sends an answer of so many bytes, about, when there is room for it. */
  sendWithRoom(response: ServerResponse, bytes: number, send: () => void): void;
}

/** Answers a request, or hands it on; false where it has not touched the request. */
export type ExpressLane = (request: IncomingMessage, response: ServerResponse, underWay: UnderWay, other: OtherWays) => boolean;

/**
 * Answers the usual request at little more than the cost of its execution: a valid query or mutation, posted as JSON, whose
 * variables fit; and refuses a document that is none or invalid, or an operation that costs too much. Everything else is Apollo
 * Server's, whose answers these equal byte for byte, so that the protocol is written in one place only.
 */
export function createExpressLane(options: ExpressLaneOptions): ExpressLane {
  const { authenticate, budgets, cors, log } = options;
  const inFlight = new InFlight<Outcome | null>(options.sharing);
  const ask = createAsk(options, inFlight);
  const note = createOperationLog(log);

  return (request, response, underWay, other) => {
    if (request.method !== 'POST' || request.url !== '/graphql') return false;
    const { headers } = request;
    const contentType = contentTypeFor(headers);
    if (contentType === undefined) return false;

    const begun = performance.now();
    readBody(request, underWay, (body) => {
      const fallback = () => other.fallback(request, response, underWay, body);
      if (typeof body !== 'string') return fallback();
      const failed = (error: unknown) => other.failed(response, error);
      const cookies = sessionCookiesIn(headers);
      const exchange = exchangeOf(cookies);
      const finish = (outcome: Outcome | null) => {
        if (!outcome) return fallback();
        expressAnswers.inc();
        note(outcome.noted, performance.now() - begun);
        const { status, text, isAscii } = outcome;
        other.sendWithRoom(response, text.length, () => {
          const bytes = isAscii ? text.length : Buffer.byteLength(text);
          // Node writes characters of one byte each at half the cost.
          const encoding = bytes === text.length ? 'latin1' : 'utf8';
          const head = answerHead(contentType, bytes, cors, headers.origin);
          for (const cookie of cookiesToSet(exchange, cookies)) head.push('set-cookie', cookie);
          response.writeHead(status, head).end(text, encoding);
        });
      };
      const begin = async (signedIn: SignedIn | null): Promise<void> => {
        try {
          const asker = askerOf(options, request, underWay, signedIn);
          if (!asker || budgets.refusal(asker.identity)) return fallback();
          const question = inFlight.questionOf(asker, body);
          const going = inFlight.join(question);
          if (going) {
            underWay.waitFor(going.cancellation);
            return finish(paidBy(asker, await going.answer, budgets));
          }
          const context = contextInHeaders(headers, asker, exchange, new Cancellation());
          // Every promise between an outcome and this is paid for by every request.
          finish(await ask(context, body, question, underWay));
        } catch (error) {
          failed(error); // thrown on, it would end the process
        }
      };
      if (cookies && forgeryIn(cors, request) !== null) return fallback();
      const signedIn = authenticateBy(authenticate, cookies, headers.authorization);
      if (signedIn instanceof Promise) signedIn.then(begin, fallback).catch(failed);
      else void begin(signedIn);
    });
    return true;
  };
}

/** Null where something is wrong with the headers; the fallback says what. */
function askerOf(
  { forwards }: ExpressLaneOptions,
  { headers }: IncomingMessage,
  { clientAddress }: UnderWay,
  signedIn: SignedIn | null,
): Asker | null {
  try {
    return askerInHeaders(headers, forwards, { actor: signedIn?.actor ?? null, ip: clientAddress });
  } catch {
    return null;
  }
}

/** What is sent for one operation: the same to all who share it. */
interface Outcome {
  readonly status: number;
  readonly text: string;
  /** Whether the text is known to be ASCII. */
  readonly isAscii: boolean;
  readonly noted: NotedOperation;
  /** What it cost; null where nothing of the operation was executed. */
  readonly spent: number | null;
}

/**
 * Each who shares an outcome pays what it would have cost alone: an answer takes its memory as often as it is sent. Null where they
 * cannot.
 */
function paidBy({ identity }: Asker, outcome: Outcome | null, budgets: AskerBudgets): Outcome | null {
  if (outcome?.spent === null) budgets.wasRefused(identity);
  return outcome?.spent && budgets.spend(identity, outcome.spent) ? null : outcome;
}

/** Null, at once or later, is an operation that is the fallback's to answer, and of which nothing was executed. */
type Ask = (
  context: LeavableContext,
  body: string,
  question: Question | null,
  underWay: UnderWay,
) => Promise<Outcome | null> | Outcome | null;

/** Equal queries of the same asker that come while one is executed share its outcome. */
function createAsk(options: ExpressLaneOptions, inFlight: InFlight<Outcome | null>): Ask {
  const { serving, errorPolicy, admit, budgets, barred: barredAnswer } = options;

  const run = async (usual: CheckedUsual): Promise<Outcome | null> => {
    const { context, variables } = usual;
    const { executor } = serving.current; // of the graph in which the operation was looked up just now
    const { refusal, cost } = admit(usual);
    if (refusal?.extensions['code'] === 'RATE_LIMITED') return null; // the fallback has the header that says when to come back
    const barred = refusal ? null : barredAnswer(usual);
    if (refusal || barred) budgets.wasRefused(context.identity);
    if (refusal) return failedOutcome([refusal.toJSON()], '', errorPolicy, usual, null);
    const planned = barred ? null : compile(executor, budgets, usual);
    const compiled = planned instanceof Promise ? await planned : planned;
    const answer = barred ? asText(barred) : compiled && (await executor.executeToText(compiled, variables, context));
    const outcome = answer && outcomeOf(answer, cost, barred ? null : (cost?.spent ?? 0), errorPolicy, usual);
    if (outcome) return outcome;
    if (cost) budgets.giveBack(context.identity, cost.spent); // the fallback admits it again
    return null;
  };
  return (context, body, question, underWay) => {
    const usual = readChecked(options, body, context);
    if (!usual) return null;
    if ('problems' in usual) {
      budgets.wasRefused(context.identity);
      return rejectedOutcome(usual, errorPolicy);
    }
    if (usual.operation.operation !== 'query') return run(usual);
    const { cancellation } = context;
    underWay.waitFor(cancellation);
    const answer = question === null ? run(usual) : run(usual).then(afterWhatHasCome);
    return inFlight.share(question, { answer, cancellation }).answer;
  };
}

/** Requests that have come by now are read first, because equal ones among them share the outcome. */
function afterWhatHasCome<T>(outcome: T): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve, outcome));
}

function asText({ data, errors }: ExecutionAnswer): ExecutionAnswerText {
  return { data: JSON.stringify(data), ...(errors && { errors }) };
}

interface CheckedUsual extends CheckedOperation, UsualOperation {
  readonly context: GatewayContext;
}
interface RejectedUsual extends Rejected {
  readonly context: GatewayContext;
  readonly query: string;
}

/** Null for what is not usual, and for what whoever asks has no budget to learn. */
function readChecked(
  { lookUp, persistedQueries }: ExpressLaneOptions,
  body: string,
  context: GatewayContext,
): CheckedUsual | RejectedUsual | null {
  const usual = readUsualOperation(body, persistedQueries);
  if (!usual) return null;
  const { query, operationName, variables, tellsCost } = usual;
  const checked = lookUp(context.identity, query, operationName);
  if ('problems' in checked) return isOfDocument(checked) ? { context, query, problems: checked.problems } : null;
  const { document, operation } = checked;
  return operation.operation === 'subscription' ? null : { context, query, operationName, variables, tellsCost, document, operation };
}

/** Null, at once or later, for what cannot be planned; the fallback says why. What is known need not be waited for. */
function compile(
  executor: Executor<GatewayContext>,
  budgets: AskerBudgets,
  { context, document, operationName }: CheckedUsual,
): CompiledOperation | Promise<CompiledOperation | null> | null {
  try {
    const compiled = executor.compile(document, operationName ?? undefined, budgets.planning(context.identity));
    return compiled instanceof Promise ? compiled.catch(() => null) : compiled;
  } catch {
    return null;
  }
}

/** Null where nothing was executed. */
function outcomeOf(
  { data, errors, isAscii = false }: ExecutionAnswerText,
  cost: OperationCost | null,
  spent: number | null,
  policy: ErrorPolicy,
  usual: CheckedUsual,
): Outcome | null {
  if (data === undefined) return null;
  const told = errors && policy.told(errors, data === 'null');
  const rest = `"data":${data}${cost && usual.tellsCost ? `,"extensions":${JSON.stringify({ cost })}` : ''}`;
  if (told) return failedOutcome(told, `,${rest}`, policy, usual, spent);
  const { query, operation } = usual;
  return { status: 200, text: `{${rest}}\n`, isAscii, noted: { query, operation, codes: NO_CODES }, spent };
}

/** `rest` is what comes behind the errors. */
function failedOutcome(
  errors: readonly GraphQLFormattedError[],
  rest: string,
  { format }: ErrorPolicy,
  { context, query, operation }: Failed,
  spent: number | null,
): Outcome {
  const { status, formatted } = traced(context.traceparent, () => formatErrors(errors, format));
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  return { status, text: `{"errors":${JSON.stringify(formatted)}${rest}}\n`, isAscii: false, noted: { query, operation, codes }, spent };
}

interface Failed {
  readonly context: GatewayContext;
  readonly query: string;
  readonly operation?: OperationDefinitionNode;
}

/** Apollo Server has nothing to add to what is wrong with a document. */
function rejectedOutcome(rejected: RejectedUsual, policy: ErrorPolicy): Outcome {
  const errors = rejected.problems.map((problem) => problem.toJSON());
  return { ...failedOutcome(errors, '', policy, rejected, null), status: 400 };
}

const NO_CODES: readonly unknown[] = [];
