/** A word or a phrase of a query, as `search.query_of` of the database takes it. */
export interface QueryTerm {
  readonly words: string;
  /** It may not be there: a dash before it says so. */
  readonly isExcluded: boolean;
  readonly isPhrase: boolean;
  /** This or what stands before it. */
  readonly isAlternative: boolean;
  /** It may be the beginning of a word. */
  readonly isBeginning: boolean;
}

interface Part {
  readonly text: string;
  readonly at: number;
}

/** Reads what somebody typed: words, `"a phrase"`, `-without`, `this or that`; the last word may be a beginning. */
export function queryTerms(typed: string): readonly QueryTerm[] {
  const parts = partsOf(typed);
  return parts.flatMap(({ text }, index) => {
    if (isOr(parts, index)) return [];
    const bare = bareOf(text);
    const isExcluded = text.startsWith('-');
    const isPhrase = bare.startsWith('"');
    return {
      words: bare.replaceAll('"', ''),
      isExcluded,
      isPhrase,
      isAlternative: isOr(parts, index - 1),
      isBeginning: index === parts.length - 1 && !isExcluded && !isPhrase,
    };
  });
}

/** What was typed, with the words that were put right in place of others: for each term one, or null. */
export function putRight(typed: string, words: readonly (string | null)[]): string {
  const parts = partsOf(typed);
  const terms = parts.filter((_, index) => !isOr(parts, index));
  return terms.reduceRight((text, part, index) => {
    const word = words[index];
    return word == null ? text : text.slice(0, part.at) + word + text.slice(part.at + part.text.length);
  }, typed);
}

/** A dash that is not right before a word or a phrase excludes nothing. */
function partsOf(typed: string): Part[] {
  const parts = [...typed.matchAll(/-*"[^"]*"?|[^\s"]+/g)].map(({ 0: text, index }) => ({ text, at: index }));
  return parts.filter(({ text }) => /[\p{L}\p{N}\p{M}]/u.test(text));
}

/** Between two of them only: else it is a word. */
function isOr(parts: readonly Part[], index: number): boolean {
  return index > 0 && index < parts.length - 1 && parts[index]?.text.toLowerCase() === 'or';
}

function bareOf(text: string): string {
  return text.replace(/^-+/, '');
}
