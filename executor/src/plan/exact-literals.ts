import { type DocumentNode, Kind, print, visit } from 'graphql';
import { exactNumber } from '../data/exact-json.ts';

export interface ExactLiterals {
  /** The document with other numbers in place of those that the planner would change. */
  readonly document: DocumentNode;
  /** The operation of a fetch with the client's numbers. */
  ofFetch(operation: string): string;
}

/**
 * The planner of @apollo/query-planner 2.14.4 reads literals as numbers of JavaScript: of 9007199254740993 it makes another one, and
 * at 1e400 it fails. It is given numbers that the document does not hold instead.
 */
export function exactLiterals(document: DocumentNode): ExactLiterals {
  const stand: string[] = [];
  let prefix = 0;
  const standIn = (literal: string): string => {
    if (prefix === 0) prefix = unusedIn(print(document));
    return String(prefix * MAX_LITERALS + stand.push(literal) - 1);
  };
  const exact = visit(document, {
    enter(node) {
      if (node.kind !== Kind.INT && node.kind !== Kind.FLOAT) return undefined;
      const isKept = typeof exactNumber(node.value) === 'number' || stand.length >= MAX_LITERALS;
      return isKept ? undefined : { kind: Kind.INT, value: standIn(node.value) };
    },
  });
  if (stand.length === 0) return { document, ofFetch: (operation) => operation };
  const made = new RegExp(`\\b${prefix}(\\d{${String(MAX_LITERALS).length - 1}})\\b`, 'g');
  return { document: exact, ofFetch: (operation) => operation.replace(made, (whole, number) => stand[Number(number)] ?? whole) };
}

const MAX_LITERALS = 10_000;
/** Ten digits, so that the whole number is one of JavaScript. */
const FIRST_PREFIX = 4_729_318_605;

function unusedIn(text: string): number {
  let prefix = FIRST_PREFIX;
  while (text.includes(String(prefix))) prefix++;
  return prefix;
}
