import { isRecord } from '../is-record.ts';
import type { DocumentReference } from '../persisted-queries.ts';

export interface GraphqlRequest {
  /** Parsed; undefined where there is none. */
  readonly body: unknown;
  readonly search: URLSearchParams;
}

export interface RequestedDocument extends DocumentReference {
  readonly operationName: string | undefined;
}

/** How a request names its document, in its body or else in its address. What is of the wrong form is left to Apollo Server to refuse. */
export function documentIn({ body, search }: GraphqlRequest): RequestedDocument {
  const { query, documentId, extensions, operationName } = body === undefined ? inAddress(search) : isRecord(body) ? body : {};
  return { query, documentId, extensions, operationName: typeof operationName === 'string' ? operationName : undefined };
}

/** Nothing where something is said twice, which Apollo Server refuses. An empty name of an operation is none, as GraphQL over HTTP has it. */
function inAddress(search: URLSearchParams): Readonly<Record<string, unknown>> {
  if (['query', 'operationName', 'extensions'].some((name) => search.getAll(name).length > 1)) return {};
  const { operationName, ...others } = Object.fromEntries(search);
  return { ...others, operationName: operationName || undefined, extensions: parsed(search.get('extensions')) };
}

/** The same request with its query in place of an id. */
export function withWholeQuery({ body, search }: GraphqlRequest, query: string): GraphqlRequest {
  if (isRecord(body))
    return { search, body: { ...body, query, ...(isRecord(body['extensions']) && { extensions: withoutId(body['extensions']) }) } };
  const whole = new URLSearchParams(search);
  whole.set('query', query);
  if (search.get('operationName') === '') whole.delete('operationName');
  const extensions = parsed(search.get('extensions'));
  if (isRecord(extensions)) whole.set('extensions', JSON.stringify(withoutId(extensions)));
  return { body, search: whole };
}

function withoutId({ persistedQuery: _, ...extensions }: Readonly<Record<string, unknown>>): object {
  return extensions;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
