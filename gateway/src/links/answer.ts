import { parseExactly, type SubgraphAnswer, subgraphErrors } from '@agora/executor';
import { isRecord } from '../is-record.ts';

export interface AnswerText {
  readonly text: string;
  /** Whether the text is ASCII alone. */
  readonly isAscii: boolean;
}

/** The answer in a text that a subgraph sent; throws when it is none. */
export function readAnswer({ text, isAscii }: AnswerText, selectsFloats: boolean): SubgraphAnswer {
  const escapeFree = !text.includes('\\');
  return { ...parseText(text, selectsFloats), escapeFree, isAscii: isAscii && escapeFree, bytes: text.length };
}

/** What a subgraph says beside its data may hold anything. */
function parseText(text: string, selectsFloats: boolean): SubgraphAnswer {
  const answer = parseAnswer(parseExactly(text, selectsFloats));
  return selectsFloats || (!answer.errors && !answer.extensions) ? answer : parseAnswer(parseExactly(text));
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
