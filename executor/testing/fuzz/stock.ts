import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import {
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Outcome } from './compare.ts';
import type { World } from './data.ts';

/** Of all plans the best is seldom better than the best of the first 32, and a fuzz has no time to look at 10,000. */
export const PLANNER_CONFIG = { debug: { maxEvaluatedPlans: 32 } };

/** @apollo/gateway's own executor over a world. */
export class Stock {
  readonly schema: GraphQLSchema;
  readonly #gateway: ApolloGateway;
  readonly #execute: Executor;

  private constructor(gateway: ApolloGateway, schema: GraphQLSchema, executor: Executor) {
    this.#gateway = gateway;
    this.schema = schema;
    this.#execute = executor;
  }

  static async of(supergraphSdl: string, world: World): Promise<Stock> {
    const gateway = new ApolloGateway({
      supergraphSdl,
      queryPlannerConfig: PLANNER_CONFIG,
      logger: SILENT,
      buildService: ({ name }) => ({
        async process({ request }) {
          const { data, errors } = await world.answer(name ?? '', {
            query: request.query ?? '',
            variables: request.variables ?? {},
            operationName: request.operationName,
          });
          return { ...(data !== undefined && { data }), ...(errors && { errors }) };
        },
      }),
    });
    const { schema, executor } = await gateway.load({ apollo: {} });
    return new Stock(gateway, schema, executor);
  }

  /**
   * The client's operation under aliases that do no harm: where an alias is the name of another field, and where a field
   * has other arguments than a `@requires` gives it, stock sends wrong inputs to subgraphs.
   */
  async run(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const { harmless, clientKeys } = withHarmlessAliases(this.schema, document);
    const source = print(harmless);
    const result = await this.#execute({
      request: { query: source, variables },
      document: harmless,
      queryHash: createHash('sha256').update(source).digest('hex'),
      operationName: null,
      schema: this.schema,
      source,
      context: {},
      cache: NO_CACHE,
      logger: SILENT,
      metrics: {},
      overallCachePolicy: null,
    } as never);
    return restored(result, clientKeys);
  }

  async stop(): Promise<void> {
    await this.#gateway.stop();
  }
}

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const NO_CACHE = { get: async () => undefined, set: async () => {}, delete: async () => {} };

function withHarmlessAliases(
  schema: GraphQLSchema,
  document: DocumentNode,
): { readonly harmless: DocumentNode; readonly clientKeys: ReadonlyMap<string, string> } {
  const types = new TypeInfo(schema);
  const names = new Map<string, string>();
  const clientKeys = new Map<string, string>();
  const harmless: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const key = (field.alias ?? field.name).value;
        if (key === field.name.value && (types.getFieldDef()?.args ?? []).length === 0) return undefined;
        const use = [key, field.name.value, ...(field.arguments ?? []).map(print)].join('|');
        const alias = names.get(use) ?? `zz${names.size}`;
        names.set(use, alias);
        clientKeys.set(alias, key);
        return { ...field, alias: { kind: Kind.NAME, value: alias } };
      },
    }),
  );
  return { harmless, clientKeys };
}

function restored({ data, errors, extensions }: ExecutionResult, clientKeys: ReadonlyMap<string, string>): Outcome {
  const clientKey = (key: string | number) => (typeof key === 'string' ? (clientKeys.get(key) ?? key) : key);
  const inClientKeys = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inClientKeys);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [clientKeys.get(key) ?? key, inClientKeys(part)]));
  };
  const located = (list: readonly GraphQLError[]) =>
    list.map(({ message, path }) => ({ message, ...(path && { path: path.map(clientKey) }) }));
  const violations = extensions?.['valueCompletion'];
  return {
    ...(data !== undefined && { data: inClientKeys(data) }),
    ...(errors && { errors: located(errors) }),
    ...(Array.isArray(violations) && { violations: located(violations) }),
  };
}
