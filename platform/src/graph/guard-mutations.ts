import {
  defaultFieldResolver,
  getDirectiveValues,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  responsePathAsArray,
} from 'graphql';
import { codesIn } from '@agora/schema/user-errors';
import { Refusal } from '../errors.ts';
import { macOf } from '../security/signed-text.ts';
import type { BaseContext } from './base-context.ts';
import { isIdempotencyKey } from './idempotency-key.ts';
import { marksOf, once, type Payload } from './idempotency.ts';
import { withUserErrors } from './user-errors.ts';

type Arguments = Readonly<Record<string, unknown>>;

export interface MutationGuard<Context extends BaseContext> {
  /** Keeps what is noted of requests with an idempotency key from being guessed. */
  readonly secret: string;
  /** Whose idempotency keys a guest's are, by what they send; where nothing says it, by the key alone. */
  readonly guestScope?: ((args: Arguments, mutation: string) => string | null) | undefined;
  /** Mutations that answer repeats in a way of their own, with or without a key. */
  readonly ownRepeats?: readonly string[] | undefined;
  /** Hears what a mutation answers, a repeat too, before anything of it is read. */
  readonly onAnswer?: ((payload: Payload, context: Context) => Promise<void>) | undefined;
  /** Hears of a code that a mutation answered and its description does not name. */
  readonly onUndescribedCode: (mutation: string, code: string) => void;
}

/**
 * Turns refusals of mutations into `userErrors`, and keeps the promise of `@idempotent` and the `Idempotency-Key` header.
 * A mutation's resolver answers with a payload of plain values and nothing else: it is stored, sealed.
 */
export function guardMutations<Context extends BaseContext>(schema: GraphQLSchema, guard: MutationGuard<Context>): void {
  const { secret, guestScope = () => null, ownRepeats = [], onAnswer, onUndescribedCode } = guard;
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve: GraphQLFieldResolver<unknown, Context> = field.resolve ?? defaultFieldResolver;
    const described = codesIn(field.description);
    const run = async (source: unknown, args: Arguments, context: Context, info: GraphQLResolveInfo): Promise<Payload> => {
      const command = (ctx: Context) =>
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
    field.resolve = async (source, args: Arguments, context: Context, info) => {
      const payload = await run(source, args, context, info);
      await onAnswer?.(payload, context);
      return payload;
    };
  }
}

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
