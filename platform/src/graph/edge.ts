import {
  defaultFieldResolver,
  getDirectiveValues,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { codesIn } from '@agora/schema/user-errors';
import { type Actor, type Role, ROLES } from '../security/actor.ts';
import type { BaseContext } from './base-context.ts';
import { isConnectionFailure } from '../database/database-errors.ts';
import { type Problem, Refusal, TOP_LEVEL_CODES } from '../errors.ts';
import { marksOf, once, type Payload } from './idempotency.ts';
import { isIdempotencyKey } from './idempotency-key.ts';
import type { Logger } from '../observe/logging.ts';
import type { Sentence } from '../input/sentence.ts';
import { macOf } from '../security/signed-text.ts';
import { traceId } from '../observe/trace.ts';
import { withoutValues } from '../database/without-values.ts';

type Resolve = GraphQLFieldResolver<unknown, BaseContext>;
type Arguments = Readonly<Record<string, unknown>>;

/** As the graph promises; a long input can be wrong in more places. */
const MAX_USER_ERRORS = 20;

export interface MutationGuard {
  /** Keeps what is noted of requests with an idempotency key from being guessed. */
  readonly secret: string;
  /** Whose idempotency keys a guest's are, by what they send; where nothing says it, by the key alone. */
  readonly guestScope?: ((args: Arguments, mutation: string) => string | null) | undefined;
  /** Mutations that answer repeats in a way of their own, with or without a key. */
  readonly ownRepeats?: readonly string[] | undefined;
  /** Hears of a code that a mutation answered and its description does not name. */
  readonly onUndescribedCode: (mutation: string, code: string) => void;
}

/**
 * Turns refusals of mutations into `userErrors`, and keeps the promise of `@idempotent` and the `Idempotency-Key` header.
 * A mutation's resolver answers with a payload of plain values and nothing else: it is stored, sealed.
 */
export function guardMutations(schema: GraphQLSchema, guard: MutationGuard): void {
  const { secret, guestScope = () => null, ownRepeats = [], onUndescribedCode } = guard;
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve: Resolve = field.resolve ?? defaultFieldResolver;
    const described = codesIn(field.description);
    field.resolve = async (source, args: Arguments, context: BaseContext, info) => {
      const command = (ctx: BaseContext) =>
        withUserErrors(
          async () => (await resolve(source, args, ctx, info)) as Payload,
          (code) => {
            if (described && !described.includes(code)) onUndescribedCode(field.name, code);
          },
        );
      const given = idempotencyKeyOf(context, info);
      if (given === null || ownRepeats.includes(info.fieldName)) return command(context);
      const { key } = given;
      const scope = context.actor?.id ?? guestScopeOf(secret, guestScope(args, info.fieldName) ?? unguessable(given));
      const request = marksOf(secret, [key, info.fieldName, args]);
      return withUserErrors(() => once(context.em, { scope, key, request }, (tx) => command({ ...context, em: tx })));
    };
  }
}

/** Refuses fields with `@auth` to those who lack every role it names. */
export function guardRoles(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const required = requiredRoles(schema, field.astNode);
      if (!required) continue;
      const guard =
        (inner: Resolve): Resolve =>
        (source, args, context, info) => {
          demand(context.actor, required);
          return inner(source, args, context, info);
        };
      field.resolve = guard(field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guard(field.subscribe);
    }
  }
}

/** An outage of the database is over once nobody has met it for so long. */
const OUTAGE_MS = 10_000;

/**
 * What a client may see of what went wrong: refusals as they are, bugs as a trace id. A database that is away is nobody's bug:
 * this part of the graph is unavailable, which the log says once for each outage.
 */
export function createEdgeErrors({ name: subgraph, log }: { readonly name: string; readonly log: Logger }) {
  let lastAway = -Infinity;
  const noteAway = (error: Error): void => {
    const now = performance.now();
    if (now - lastAway > OUTAGE_MS) log.warn({ err: error }, 'The database does not answer.');
    lastAway = now;
  };

  const edgeError = (thrown: GraphQLError): GraphQLError => {
    const error = withoutValues(thrown);
    const { originalError: cause } = error;
    if (cause instanceof Refusal) return located(error, cause.message, topLevelCode(cause), detailsOf(cause.problems[0]));
    if (typeof error.extensions['code'] === 'string') return error;
    if (!cause || cause instanceof GraphQLError) return located(error, error.message, 'BAD_USER_INPUT');
    // graphql-js wraps what it does not take for an Error, for example one of another realm.
    if (isConnectionFailure('thrownValue' in cause ? cause.thrownValue : cause)) {
      noteAway(cause);
      const sentence = `The part of Agora that is called "${subgraph}" does not answer at the moment.`;
      return located(error, sentence, 'SUBGRAPH_UNAVAILABLE', { subgraph });
    }
    log.error({ err: cause, path: error.path }, 'A resolver failed.');
    return located(error, `Something went wrong on our side; trace ${traceId()}.`, 'INTERNAL_SERVER_ERROR', { traceId: traceId() });
  };
  return (errors: readonly GraphQLError[]): GraphQLError[] => errors.map(edgeError);
}

/** The payload of a mutation, or one with the problems that its user can mend. */
export async function withUserErrors(command: () => Promise<Payload | null>, onCode?: (code: string) => void): Promise<Payload> {
  try {
    return { userErrors: [], ...(await command()) };
  } catch (error) {
    if (!(error instanceof Refusal) || TOP_LEVEL_CODES.has(error.code)) throw error;
    const problems = error.problems.slice(0, MAX_USER_ERRORS);
    for (const { code } of problems) onCode?.(code);
    return { userErrors: problems.map(userError) };
  }
}

/** It may be stored for repeats, which are told in their own language. */
function userError({ code, message, field, currentVersion }: Problem<string>): Payload {
  const error = { code, message, field: field ?? null };
  if (currentVersion === undefined) return { __typename: 'GenericUserError', ...error };
  return { __typename: 'VersionMismatchError', ...error, currentVersion };
}

const message = (error: { readonly message: Sentence | string }, _: unknown, { language }: BaseContext) =>
  typeof error.message === 'string' ? error.message : error.message[language];

/** How `userErrors` are said to whoever asks. */
export const userErrorResolvers = { GenericUserError: { message }, VersionMismatchError: { message } };

interface GivenKey {
  /** As the client wrote it. */
  readonly text: string;
  /** Of this field alone. */
  readonly key: string;
}

function idempotencyKeyOf({ idempotencyKey }: BaseContext, info: GraphQLResolveInfo): GivenKey | null {
  const directive = info.schema.getDirective('idempotent');
  const [node] = info.fieldNodes;
  const given: unknown = directive && node && getDirectiveValues(directive, node, info.variableValues)?.['key'];
  if (typeof given === 'string') return { text: given, key: `directive:${checkedKey(given)}` };
  if (idempotencyKey === null) return null;
  return { text: idempotencyKey, key: `header:${checkedKey(idempotencyKey)}:${responsePathAsArray(info.path).join('.')}` };
}

function checkedKey(key: string): string {
  if (isIdempotencyKey(key)) return key;
  throw new Refusal('BAD_USER_INPUT', 'An idempotency key is text of 1 to 255 characters, without control characters.', ['key']);
}

const MIN_GUEST_KEY_LENGTH = 16;

/** Who has another guest's key, and guesses what they asked for, gets their answer. */
function unguessable({ text, key }: GivenKey): string {
  if (text.length >= MIN_GUEST_KEY_LENGTH) return key;
  const sentence = `Whoever is not signed in gives an idempotency key of at least ${MIN_GUEST_KEY_LENGTH} characters, which nobody else may guess.`;
  throw new Refusal('BAD_USER_INPUT', sentence, ['key']);
}

function guestScopeOf(secret: string, guest: string): string {
  return `guest:${macOf(secret, 'guest', guest)}`;
}

function requiredRoles(schema: GraphQLSchema, node: Parameters<typeof getDirectiveValues>[1] | null | undefined): Role[] | null {
  const directive = schema.getDirective('auth');
  const given: unknown = directive && node && getDirectiveValues(directive, node)?.['requires'];
  return Array.isArray(given) ? ROLES.filter((role) => given.includes(role)) : null;
}

function demand(actor: Actor | null, required: readonly Role[]): void {
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
  if (required.some((role) => actor.roles.includes(role))) return;
  throw new GraphQLError(`This needs the role ${required.join(' or ')}.`, { extensions: { code: 'FORBIDDEN' } });
}

/** Refusals of queries that are no top-level code of the closed list concern what the client sent. */
function topLevelCode({ code }: Refusal<string>): string {
  return TOP_LEVEL_CODES.has(code) || code === 'FORBIDDEN' ? code : 'BAD_USER_INPUT';
}

function detailsOf({ field, retryAfterSeconds }: Partial<Problem<string>> = {}): Readonly<Record<string, unknown>> {
  return { ...(field && { field }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

function located(error: GraphQLError, message: string, code: string, details: Readonly<Record<string, unknown>> = {}): GraphQLError {
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions: { code, ...details } });
}
