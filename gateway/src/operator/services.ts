import type { SubgraphAnswer } from '@agora/executor';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { traced } from '@agora/platform/observe/trace';
import type { GatewayContext } from '../context.ts';
import { GraphQLError, type OperationTypeNode } from 'graphql';
import type { AgoraConfig } from '../config.ts';
import { httpLink } from '../links/http-link.ts';
import { inProcessLink } from '../links/in-process-link.ts';
import type { SubgraphLink } from '../links/link.ts';
import type { LocalSubgraph } from '../links/open-links.ts';
import { Sharing } from '../sharing.ts';
import type { SupergraphSource } from '../supergraph.ts';

/** What an operator's fields ask of a service. */
export interface Question {
  readonly type: `${OperationTypeNode}`;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The service does not answer, or its database does not. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The private routes of the services, by which each answers for its own events alone. */
export class Services implements Stoppable {
  readonly names: readonly string[];
  readonly #links: ReadonlyMap<string, SubgraphLink>;
  readonly #log: Logger;

  constructor(links: readonly SubgraphLink[], log: Logger) {
    this.#log = log;
    this.#links = new Map(links.map((link) => [link.name, link]));
    this.names = [...this.#links.keys()].sort();
  }

  /** The data of its answer; throws `Unreachable`, or what it refuses. */
  async ask(service: string, { type, query, variables = {} }: Question, asker: GatewayContext): Promise<Readonly<Record<string, unknown>>> {
    const link = this.#links.get(service);
    if (!link) throw new Error(`There is no service ${service}.`);
    const { identity, idempotencyKey, acceptLanguage, traceparent, forwarded } = asker;
    const context = { identity, idempotencyKey, acceptLanguage, traceparent, forwarded, cancellation: null };
    const body = JSON.stringify({ query, variables });
    let answer: SubgraphAnswer;
    try {
      answer = await link.execute({ type: type as OperationTypeNode, query, operationName: undefined, body, variables, context });
    } catch (error) {
      traced(traceparent, () => this.#log.warn({ service, err: error }, 'A service did not answer an operator.'));
      throw new Unreachable(`The service ${service} does not answer.`, { cause: error });
    }
    const [problem] = answer.errors ?? [];
    if (problem?.extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE') throw new Unreachable(problem.message);
    if (problem) throw new GraphQLError(problem.message, { extensions: problem.extensions });
    return answer.data ?? {};
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#links.values()].map((link) => link.stop()));
  }
}

/** A way to every service: in this process where it is given, else beside the address of its subgraph. */
export function openServices(
  supergraph: SupergraphSource,
  local: Readonly<Record<string, LocalSubgraph>>,
  config: AgoraConfig,
  log: Logger,
): Services {
  const others = supergraph.subgraphs.filter(({ name }) => name !== 'root');
  return new Services(
    others.map(({ name, url }) => {
      const here = local[name];
      return here ? localLink(name, here, config) : remoteLink(name, config.subgraphUrls[name] ?? url, config);
    }),
    log,
  );
}

function localLink(name: string, { operatorGraph }: LocalSubgraph, { answerTimeoutMs }: AgoraConfig): SubgraphLink {
  const graph = () => operatorGraph?.() ?? Promise.reject(new Error(`The service ${name} tells operators nothing.`));
  return inProcessLink(
    name,
    { execute: async (request) => (await graph()).execute(request), subscribe: async (request) => (await graph()).subscribe(request) },
    answerTimeoutMs,
  );
}

function remoteLink(name: string, subgraphUrl: string, config: AgoraConfig): SubgraphLink {
  return httpLink({ ...config, name, url: operatorUrl(subgraphUrl), sharing: new Sharing(false), answerBytes: config.subgraphAnswerBytes });
}

/** The private route beside the address of a subgraph. */
export function operatorUrl(subgraphUrl: string): string {
  return new URL('operate', subgraphUrl).href;
}
