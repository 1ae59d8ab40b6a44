import { createHash } from 'node:crypto';
import { SizedCache } from '@agora/executor/sized-cache';
import { GraphQLError } from 'graphql';
import { bareId } from './trusted/manifest.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

/** How a request says what it wants: the text of a document, or the id of one, in one of the places where clients put it. */
export interface DocumentReference {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** A character, and what an entry takes beside its texts. */
const BYTES = { perCharacter: 2, each: 300 };

/**
 * Queries by their hash: those of the manifest, and those that clients registered
 * (https://www.apollographql.com/docs/apollo-server/performance/apq).
 */
export class PersistedQueries {
  readonly #queries: SizedCache<string>;
  readonly #trusted: TrustedDocuments | null;

  constructor(maxBytes: number, trusted: TrustedDocuments | null) {
    this.#queries = new SizedCache(maxBytes);
    this.#trusted = trusted;
  }

  get held(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#queries.size, bytes: this.#queries.bytes };
  }

  /** The query of an id or a SHA-256 hash; undefined where it has to be sent again. */
  known(id: string): string | undefined {
    return this.#trusted?.textOf(id) ?? this.#queries.get(id);
  }

  /**
   * The query that a request wants; undefined where it names none, an error for an id that is malformed or
   * unknown. A document of the manifest is found by its id, whatever that is, every other one by its hash.
   */
  queryOf(request: DocumentReference): string | GraphQLError | undefined {
    const query = typeof request.query === 'string' && request.query !== '' ? request.query : undefined;
    const id = idIn(request);
    if (id === undefined || id instanceof GraphQLError) return id ?? query;
    const trusted = this.#trusted?.textOf(id);
    if (trusted !== undefined) return trusted;
    if (query === undefined) return this.known(id) ?? this.#unknown();
    if (request.documentId === undefined && createHash('sha256').update(query).digest('hex') !== id) {
      return badRequest('The hash of the persisted query is not the hash of its text.');
    }
    return query;
  }

  /** Keeps the query of a request that sent it together with its hash; it must be valid, and `queryOf` have looked at the request. */
  remember(request: DocumentReference, query: string): void {
    const id = idIn(request);
    if (typeof id !== 'string' || request.documentId !== undefined || this.known(id) !== undefined) return;
    this.#queries.set(id, query, BYTES.each + BYTES.perCharacter * query.length);
  }

  /** To send the text as well, which NOT_FOUND asks for, would be in vain where only the manifest's are answered. */
  #unknown(): GraphQLError {
    if (this.#trusted?.mode === 'enforce') return withCode('There is no document of this id here.', 'PERSISTED_QUERY_REQUIRED');
    return withCode('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
  }
}

function idIn({ documentId, extensions }: DocumentReference): string | GraphQLError | undefined {
  if (typeof documentId === 'string') return bareId(documentId);
  if (documentId !== undefined && documentId !== null) return badRequest('`documentId` must be a text.');
  const persistedQuery = property(extensions, 'persistedQuery');
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const hash = property(persistedQuery, 'sha256Hash');
  if (property(persistedQuery, 'version') !== 1) return badRequest('Persisted queries have the version 1.');
  if (typeof hash !== 'string') return badRequest('`sha256Hash` of a persisted query must be a text.');
  return hash;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function badRequest(message: string): GraphQLError {
  return withCode(message, 'BAD_REQUEST');
}

function withCode(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
