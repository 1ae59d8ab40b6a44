import type { Translated } from './translations.ts';

interface Texts {
  readonly name: string;
  readonly description?: string | null;
}

/** Every language that something is said in, the original first. */
export function translationList({ locale, translations, name, description = null }: Translated<Texts> & Texts) {
  return [
    { locale, name, description, isOriginal: true },
    ...Object.entries(translations).map(([tag, texts]) => ({
      locale: tag,
      name: texts.name,
      description: texts.description ?? null,
      isOriginal: false,
    })),
  ];
}
