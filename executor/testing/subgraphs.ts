import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph';
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Send, SubgraphAnswer, SubgraphCall } from '../src/types.ts';

/** What SDL begins with that links no version of federation itself. */
export const FEDERATION_LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@external", "@provides", "@shareable", "@inaccessible", "@override", "@interfaceObject", "@tag"])`;

export interface TestSubgraph {
  /** Without a `@link`, FEDERATION_LINK is put before it. */
  readonly typeDefs: string;
  readonly resolvers?: GraphQLSchemaModule['resolvers'];
  /** Stands between the executor and the subgraph: to refuse, to delay, to change an answer. */
  readonly intercept?: (call: SubgraphCall<unknown>, answer: () => Promise<SubgraphAnswer>) => Promise<SubgraphAnswer>;
}

export interface ComposedSubgraphs {
  readonly supergraphSdl: string;
  readonly schemas: Readonly<Record<string, GraphQLSchema>>;
  /** Runs a call in this process. An answer has been through JSON, so that whoever gets it may change it. */
  readonly send: Send<unknown>;
  /** Every call that `send` got, oldest first. */
  readonly calls: SubgraphCall<unknown>[];
}

/** A supergraph of subgraphs that run in this process. Throws what composition has against them. */
export function composed(subgraphs: Readonly<Record<string, TestSubgraph>>): ComposedSubgraphs {
  const services = Object.entries(subgraphs).map(([name, subgraph]) => ({ name, subgraph, typeDefs: parse(linked(subgraph.typeDefs)) }));
  const answers = new Map(services.map(({ name, subgraph, typeDefs }) => [name, { subgraph, ...inProcess(typeDefs, subgraph.resolvers) }]));
  const calls: SubgraphCall<unknown>[] = [];
  return {
    supergraphSdl: supergraphOf(services),
    schemas: Object.fromEntries([...answers].map(([name, { schema }]) => [name, schema])),
    calls,
    async send(call) {
      calls.push(call);
      const service = answers.get(call.service);
      if (!service) throw new Error(`There is no subgraph ${call.service}.`);
      const answer = () => service.answer(call);
      return service.subgraph.intercept ? service.subgraph.intercept(call, answer) : answer();
    },
  };
}

function linked(typeDefs: string): string {
  return typeDefs.includes('@link(') ? typeDefs : `${FEDERATION_LINK}\n${typeDefs}`;
}

function supergraphOf(services: readonly { name: string; typeDefs: DocumentNode }[]): string {
  const { supergraphSdl, errors } = composeServices(services.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.test` })));
  if (errors) throw new Error(errors.map((error) => error.message).join('\n'));
  return supergraphSdl;
}

function inProcess(typeDefs: DocumentNode, resolvers: TestSubgraph['resolvers']) {
  const schema = buildSubgraphSchema([{ typeDefs, ...(resolvers && { resolvers }) }]);
  const documents = new Map<string, DocumentNode>();

  async function answer(call: Pick<SubgraphCall<unknown>, 'query' | 'operationName' | 'body' | 'context'>): Promise<SubgraphAnswer> {
    const document = documents.get(call.query) ?? parse(call.query);
    if (!documents.has(call.query)) {
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors: errors.map((error) => error.toJSON()) };
      documents.set(call.query, document);
    }
    const { variables } = JSON.parse(call.body);
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: call.context,
      ...(call.operationName !== undefined && { operationName: call.operationName }),
    });
    return JSON.parse(JSON.stringify(result));
  }
  return { schema, answer };
}
