import { parseExactly, type SubgraphAnswer, subgraphErrors } from '@agora/executor';
import { isRecord } from '../is-record.ts';

/** The answer in a text that a subgraph sent; throws when it is none. */
export function readAnswer(text: string, isAscii: boolean): SubgraphAnswer {
  const escapeFree = !text.includes('\\');
  return { ...parseAnswer(parseExactly(text)), escapeFree, isAscii: isAscii && escapeFree, bytes: text.length };
}

/** What a subgraph sent; throws when it is no GraphQL response. Errors that are not what they should be cost no data. */
export function parseAnswer(json: unknown): SubgraphAnswer {
  if (!isRecord(json)) throw new TypeError('The answer is no GraphQL: it is no object.');
  const { data, errors, extensions } = json;
  if (data === undefined && errors == null) throw new TypeError('The answer is no GraphQL: it holds neither data nor errors.');
  if (data != null && !isRecord(data)) throw new TypeError('The answer is no GraphQL: its data is no object.');
  if (errors == null && extensions == null) return { data };
  return {
    ...(data !== undefined && { data }),
    ...(errors != null && { errors: subgraphErrors(errors) }),
    ...(isRecord(extensions) && { extensions }),
  };
}
