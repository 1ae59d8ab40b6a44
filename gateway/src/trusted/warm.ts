import { setImmediate as pause } from 'node:timers/promises';
import type { Executor } from '@agora/executor';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { GraphQLError, Kind } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { Documents } from '../documents.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface WarmOptions {
  readonly trusted: TrustedDocuments;
  readonly documents: Documents;
  readonly executor: Executor<GatewayContext>;
  readonly log: Logger;
}

/** Parses and plans what is trusted in the background, one document after the other, and again after each change. */
export function keepTrustedWarm({ trusted, documents, executor, log }: WarmOptions): Stoppable {
  let round = 0;
  const warm = async () => {
    const mine = ++round;
    documents.forget();
    for (const text of trusted.texts) {
      await pause();
      if (mine !== round) return;
      const problem = keep(text);
      if (problem !== null) log.warn({ problem, document: text.slice(0, 200) }, 'A document of the manifest cannot be answered.');
    }
  };
  const keep = (text: string): string | null => {
    const document = documents.keep(text);
    if ('problems' in document) return document.problems.map(({ message }) => message).join(' ');
    try {
      for (const definition of document.definitions) {
        if (definition.kind === Kind.OPERATION_DEFINITION) executor.keep(document, definition.name?.value);
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
  return { stop: async () => void round++ };
}
