import type { Logger } from '@agora/platform/logging';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './context.ts';
import type { Answer, SubgraphLink } from './links/link.ts';
import { subgraphSeconds } from './metrics.ts';

/** What @apollo/gateway asks one subgraph with. A subgraph that does not answer is a SUBGRAPH_UNAVAILABLE with its name. */
export class LinkedDataSource implements GraphQLDataSource {
  readonly #link: SubgraphLink;
  readonly #log: Logger;

  constructor(link: SubgraphLink, log: Logger) {
    this.#link = link;
    this.#log = log;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const stop = subgraphSeconds.startTimer({ subgraph: this.#link.name });
    try {
      return await this.#link.execute({
        query: request.query ?? '',
        variables: request.variables,
        operationName: request.operationName,
        ...(context as GatewayContext),
      });
    } catch (error) {
      this.#log.warn({ subgraph: this.#link.name, err: error }, 'A subgraph did not answer.');
      throw unavailable(this.#link.name);
    } finally {
      stop();
    }
  }
}

export function unavailable(subgraph: string): GraphQLError {
  return new GraphQLError(`The part of Agora that is called "${subgraph}" does not answer at the moment.`, {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph },
  });
}
