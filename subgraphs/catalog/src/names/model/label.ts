/** What something is called in one language. */
export interface Label {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
}

/** The label in the first of these languages that there is one in, else the first, which is the fallback. */
export function labelIn(labels: readonly Label[], languages: readonly string[]): string {
  const found = languages.flatMap((wanted) => labels.find(({ locale }) => locale === wanted) ?? [])[0] ?? labels[0];
  if (!found) throw new Error('Something has no label.');
  return found.text;
}
