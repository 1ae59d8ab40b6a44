import type { DataOf, EventType } from '@agora/schema/events/event';
import type { ExecutionResult } from 'graphql';
import type { Actor, Role } from '../src/security/actor.ts';
import type { Message } from '../src/transport/bus.ts';
import { newId, newUuid } from '../src/ids.ts';
import { createLogger } from '../src/observe/logging.ts';
import { isTraced } from '../src/observe/trace.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import type { Service, StartOptions } from '../src/service/service.ts';
import { settingOf } from '../src/service/settings.ts';
import { traceparent } from '../src/observe/trace.ts';
import { createDatabase } from './databases.ts';
import { serviceDatabase } from './service-database.ts';
import { eventually } from './eventually.ts';

export interface AskOptions {
  /** Who asks; a guest when absent. */
  readonly as?: Actor | null;
  readonly idempotencyKey?: string;
  readonly acceptLanguage?: string;
}

/** Seals what one subgraph hands to another. */
export const MASTER_KEY = 'a master key that only tests know, long enough';

/** A subgraph on a fresh database and a fresh bus, entered by its front doors: GraphQL and events. */
export interface SubgraphUnderTest {
  readonly service: Service;
  readonly databaseUrl: string;
  /** With which another replica of it can be started. */
  readonly env: Readonly<Record<string, string>>;
  /** SQL statements since the last call. */
  statements(): string[];
  /** The same but for those on tables of the platform, and those that nobody asked for: relay, consumer, live feeds and timers work beside a query. */
  ownStatements(): string[];
  ask(query: string, variables?: Readonly<Record<string, unknown>>, options?: AskOptions): Promise<ExecutionResult>;
  /** The data of an answer without errors. */
  data(query: string, variables?: Readonly<Record<string, unknown>>, options?: AskOptions): Promise<Readonly<Record<string, never>>>;
  subscribe(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: AskOptions,
  ): Promise<AsyncIterableIterator<ExecutionResult>>;
  /** Stops the service and starts it on what it left, for example as another version. */
  restart(start: (options: StartOptions) => Promise<Service>): Promise<void>;
  /** Another service announces an event; resolves when the bus has it. Give the same id to deliver it again. */
  happened<Data>(event: EventType<Data>, data: NoInfer<Data>, id?: string): Promise<void>;
  /** Waits until this service has reacted to every event that was sent to it so far. */
  settled(): Promise<void>;
  /** Waits until this service, or a test, announced such an event. */
  heard<E extends EventType>(event: E, where?: (data: DataOf<E>) => boolean): Promise<DataOf<E>>;
  /** All such events so far. */
  heardAll<E extends EventType>(event: E, where?: (data: DataOf<E>) => boolean): DataOf<E>[];
  stop(): Promise<void>;
}

/** `topics`: whatever the service reacts to and announces. */
export async function startSubgraph(
  name: string,
  start: (options: StartOptions) => Promise<Service>,
  topics: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<SubgraphUnderTest> {
  const [database, busDatabase] = await Promise.all([serviceDatabase(name), createDatabase('bus')]);
  const log = createLogger('test', 'error');
  const bus = await openPostgresBus({ url: busDatabase.url, log });
  await bus.ensureTopics(topics);
  const others = topics.filter((topic) => topic !== `${name}.events`);
  const seen: Message[] = [];
  const ear = await bus.consume('test', topics, async (batch) => void seen.push(...batch));
  let statements: { readonly sql: string; readonly isAsked: boolean }[] = [];
  const settings = {
    [settingOf(name, 'DATABASE_URL')]: database.url,
    BUS_DATABASE_URL: busDatabase.url,
    AGORA_GATEWAY_SECRET: 'a secret that only tests know, long enough',
    AGORA_MASTER_KEY: MASTER_KEY,
    AGORA_RATE_LIMIT: 'off',
    // So that each read can be counted.
    READ_CACHE: 'off',
    LOG_LEVEL: 'error',
    // On a busy machine the database may take its time, and is not down.
    STATEMENT_TIMEOUT_MS: '240000',
    ...env,
  };
  const undescribed = new Set<string>();
  const options: StartOptions = {
    env: settings,
    listen: false,
    bus,
    onStatement: (sql) => void statements.push({ sql, isAsked: isTraced() }),
    onUndescribedCode: (mutation, code) => void undescribed.add(`${mutation} answers ${code}`),
  };
  let service = await start(options);

  const takeStatements = () => {
    const since = statements;
    statements = [];
    return since;
  };
  const request = (
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    { as = null, idempotencyKey, acceptLanguage }: AskOptions = {},
  ) => ({
    query,
    variables,
    identity: { actor: as, ip: '127.0.0.1' },
    idempotencyKey,
    acceptLanguage,
  });
  const all = <E extends EventType>(event: E, where: (data: DataOf<E>) => boolean) =>
    seen
      .filter(({ type }) => type === event.type)
      .map(({ data }) => event.data.parse(JSON.parse(data)) as DataOf<E>)
      .filter(where);

  return {
    get service() {
      return service;
    },
    databaseUrl: database.url,
    env: settings,
    statements: () => takeStatements().map(({ sql }) => sql),
    ownStatements: () =>
      takeStatements()
        .filter(({ sql, isAsked }) => isAsked && !/\b(from|into|update) platform\./.test(sql))
        .map(({ sql }) => sql),
    ask: (query, variables, options) => service.execute(request(query, variables, options)),
    async data(query, variables, options) {
      const { data, errors } = await service.execute(request(query, variables, options));
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
      return data as Readonly<Record<string, never>>;
    },
    async subscribe(query, variables, options) {
      const stream = await service.subscribe(request(query, variables, options));
      if (Symbol.asyncIterator in stream) return stream;
      throw new AggregateError(stream.errors ?? [], stream.errors?.map(({ message }) => message).join('\n'));
    },
    async restart(again) {
      await service.stop();
      service = await again(options);
    },
    happened: (event, data, id = newUuid()) =>
      bus.publish([
        {
          id,
          type: event.type,
          topic: event.topic,
          key: event.keyOf(data),
          occurredAt: new Date().toISOString(),
          traceparent: traceparent(),
          feeds: [],
          data: JSON.stringify(event.data.parse(data)),
        },
      ]),
    async settled() {
      await eventually(async () => (await bus.lag(name, others)).every(({ messages }) => messages === 0));
    },
    heard: (event, where = () => true) => eventually(() => all(event, where)[0]),
    heardAll: (event, where = () => true) => all(event, where),
    async stop() {
      await service.stop();
      await ear.stop();
      await bus.stop();
      await Promise.all([database.drop(), busDatabase.drop()]);
      if (undescribed.size > 0) throw new Error(`${[...undescribed].join(', ')}: their descriptions do not say so.`);
    },
  };
}

/** Somebody who has just signed in. */
export function person(...roles: readonly Role[]): Actor {
  return actorOf(newId('usr'), ...roles);
}

/** The same, of an account that is known. */
export function actorOf(id: string, ...roles: readonly Role[]): Actor {
  return { id, roles: ['USER', ...roles], sessionId: newId('ses'), authTime: Math.floor(Date.now() / 1000) };
}
