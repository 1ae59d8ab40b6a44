import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProviderServer } from '@agora/platform/testing/identity-provider';
import { type DocumentNode, type GraphQLSchema, Kind, OperationTypeNode, parse, print, separateOperations, validate } from 'graphql';
import * as z from 'zod';
import type { Agora } from './agora.ts';
import { begun, follow } from './client.ts';
import { fieldsRead, type Given, givenIn } from './fields-read.ts';
import type { Person } from './shop.ts';

/** A file of `operations/`: what people do on one screen of a program. */
export interface Screen {
  /** Sends each operation of the screen at least once, or follows it. */
  play(stage: Stage): Promise<void>;
  /** By operation, what no answer here holds: `a.b.c` of the answer. All else is given at least once. */
  readonly notGiven?: Readonly<Record<string, readonly string[]>>;
}

/** The marketplace, and what a screen sends to it. */
export interface Stage {
  readonly agora: Agora;
  /** A company that vouches for people. */
  readonly provider: ProviderServer;
  /** Sends an operation of the screen, which succeeds. */
  send(operation: string, variables?: object, as?: Pick<Person, 'token'>): Promise<Told>;
  /** Follows a subscription of the screen, from now on. */
  follow(operation: string, variables: Record<string, unknown>, as: Pick<Person, 'token'>): Promise<Followed>;
}

/** An answer. */
export interface Told {
  /** The text at `a.b.0.c` of it. */
  text(where: string): string;
}

export interface Followed {
  /** Waits for so many events, and follows no longer. */
  events(count: number): Promise<void>;
}

const Cost = z.object({ spent: z.number(), limit: z.number() });
const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).optional(),
  extensions: z.object({ cost: Cost }).optional(),
});
const FOLDER = path.join(import.meta.dirname, 'operations');

/** Plays a screen; fails where an operation is not valid, is refused, costs much, or leaves out what nobody expected it to leave out. */
export async function playScreen(name: string, schema: GraphQLSchema, agora: Agora, provider: ProviderServer): Promise<void> {
  const document = parse(await readFile(path.join(FOLDER, `${name}.graphql`), 'utf8'));
  const problems = validate(schema, document).map(({ message }) => message);
  if (problems.length > 0) throw new Error(`The graph does not have what ${name} asks for: ${problems.join(' ')}`);
  const operations = separateOperations(document);
  const given = new Map<string, Given>();
  const keep = (operation: string, data: unknown) => {
    const before = given.get(operation) ?? new Set();
    given.set(operation, new Set([...before, ...givenIn(data)]));
  };

  const { play, notGiven = {} } = (await import(path.join(FOLDER, `${name}.ts`))) as Screen;
  // A screen that fails leaves none open, which those after it would wait for.
  await using followed = new AsyncDisposableStack();
  await play({
    agora,
    provider,
    async send(operation, variables = {}, as) {
      const data = await answerOf(agora, operation, textOf(operations, operation), variables, as);
      keep(operation, data);
      return toldIn(operation, data);
    },
    async follow(operation, variables, as) {
      const query = textOf(operations, operation);
      const live = followed.use(follow(agora, z.unknown(), query, variables, as));
      await begun(agora, live);
      return {
        async events(count) {
          await live.until(() => live.events.length >= count);
          await live.stop();
          for (const event of live.events) keep(operation, { [rootOf(operations, operation)]: event });
        },
      };
    },
  });

  const faults = Object.entries(operations).flatMap(([operation, part]) => {
    const answers = given.get(operation);
    if (!answers) return [`${operation} is not sent.`];
    return faultsOf(operation, fieldsRead(part), answers, notGiven[operation] ?? []);
  });
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('\n')}`);
}

function faultsOf(operation: string, fields: Given, answers: Given, notGiven: readonly string[]): string[] {
  const covers = (one: string, field: string) => field === one || field.startsWith(`${one}.`);
  const missing = [...fields].filter((field) => !answers.has(field));
  const unexpected = missing.filter((field) => !notGiven.some((one) => covers(one, field)));
  const stale = notGiven.filter((one) => !missing.some((field) => covers(one, field)));
  return [
    ...unexpected.map((field) => `No answer to ${operation} holds ${field}.`),
    ...stale.map((one) => `An answer to ${operation} does hold ${one}, which notGiven names.`),
  ];
}

async function answerOf(
  { url }: Agora,
  operation: string,
  query: string,
  variables: object,
  as: Pick<Person, 'token'> | undefined,
): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${as.token}` }) },
    body: JSON.stringify({ query, variables, extensions: { cost: true } }),
  });
  const { data, errors, extensions } = Answer.parse(await response.json());
  const refusals = Object.values(data ?? {}).flatMap((field) => Refusals.safeParse(field).data?.userErrors ?? []);
  if (!data || errors || refusals.length > 0) throw new Error(`${operation} is refused: ${JSON.stringify(errors ?? refusals)}`);
  const { spent, limit } = extensions?.cost ?? { spent: NaN, limit: NaN };
  if (!(spent < limit / 2)) throw new Error(`${operation} costs ${spent} of the ${limit} that one may.`);
  return data;
}

const Refusals = z.object({ userErrors: z.array(z.unknown()) });

function textOf(operations: Readonly<Record<string, DocumentNode>>, operation: string): string {
  const document = operations[operation];
  if (!document) throw new Error(`The screen has no operation ${operation}.`);
  return print(document);
}

function rootOf(operations: Readonly<Record<string, DocumentNode>>, operation: string): string {
  const [root] = (operations[operation]?.definitions ?? []).flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION
      ? definition.selectionSet.selections
      : [],
  );
  if (root?.kind !== Kind.FIELD) throw new Error(`${operation} is not a subscription.`);
  return (root.alias ?? root.name).value;
}

function toldIn(operation: string, data: unknown): Told {
  return {
    text(where) {
      const value = where.split('.').reduce<unknown>((part, key) => Object(part)[key] as unknown, data);
      if (typeof value === 'string') return value;
      throw new Error(`The answer to ${operation} has no text at ${where}: ${JSON.stringify(data)}`);
    },
  };
}
