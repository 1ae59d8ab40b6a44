const CLAUSE = /userErrors:\s+([A-Z][A-Z_]*(?:,\s+[A-Z][A-Z_]*)*)\./;

/** The codes that the description of a mutation says it may answer: `… userErrors: CONFLICT, NOT_FOUND.`; null where it says none. */
export function codesIn(description: string | null | undefined): readonly string[] | null {
  return CLAUSE.exec(description ?? '')?.[1]?.split(/,\s+/) ?? null;
}
