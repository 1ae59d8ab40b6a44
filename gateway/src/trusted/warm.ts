import { setImmediate as pause } from 'node:timers/promises';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { GraphQLError, Kind } from 'graphql';
import type { ServedGraph } from '../served-graph.ts';
import type { Serving } from '../swap.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface WarmOptions {
  readonly trusted: TrustedDocuments;
  readonly serving: Serving;
  readonly log: Logger;
}

export interface TrustedWarm extends Stoppable {
  /** For a graph that has taken the place of another. */
  again(): void;
}

/** Parses and plans what is trusted in the background, one document after the other, and again after each change. */
export function keepTrustedWarm({ trusted, serving, log }: WarmOptions): TrustedWarm {
  let round = 0;
  const warm = async () => {
    const mine = ++round;
    const graph = serving.current;
    graph.documents.forget();
    for (const text of trusted.texts) {
      await pause();
      if (mine !== round) return;
      const problem = await keep(graph, text);
      if (problem !== null && mine === round)
        log.warn({ problem, document: text.slice(0, 200) }, 'A document of the manifest cannot be answered.');
    }
  };
  const keep = async ({ documents, executor }: ServedGraph, text: string): Promise<string | null> => {
    const document = documents.keep(text);
    if ('problems' in document) return document.problems.map(({ message }) => message).join(' ');
    try {
      for (const definition of document.definitions) {
        if (definition.kind === Kind.OPERATION_DEFINITION) await executor.keep(document, definition.name?.value);
      }
      return null;
    } catch (error) {
      if (error instanceof GraphQLError) return error.message;
      throw error;
    }
  };
  const begin = () => void warm().catch((error: unknown) => log.error({ err: error }, 'Trusted documents could not be warmed.'));
  trusted.onChange(begin);
  begin();
  return { again: begin, stop: async () => void round++ };
}
