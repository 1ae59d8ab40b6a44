import { type Language, languageFor } from '@agora/platform/input/sentence';
import { labelIn } from '../names/model/label.ts';
import { sentences } from './attribute-sentences.ts';
import type { Fact } from './attributes-in-order.ts';

const numbers = byLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 9 }));
const days = byLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));

/** The value as people read it: `1,5 kg`, `Sí`, `3 de mayo de 2026`, `Roble, Lino`. */
export function textOfAttribute(fact: Fact, languages: readonly string[]): string {
  const language = languageFor(languages);
  const { definition } = fact;
  if (fact.number !== null)
    return [numbers[language].format(fact.number), ...(definition.unit === null ? [] : [definition.unit])].join('\u00a0');
  if (fact.boolean !== null) return sentences[fact.boolean ? 'yes' : 'no'][language];
  if (fact.day !== null) return days[language].format(new Date(`${fact.day}T00:00:00Z`));
  return (
    fact.text ??
    chosen(fact)
      .map(({ labels }) => labelIn(labels, languages))
      .join(', ')
  );
}

/** What was chosen, in the seller's order. */
export function chosen({ choices, definition }: Fact) {
  const byValue = new Map(definition.choices.map((choice) => [choice.value, choice]));
  return choices.flatMap((value) => byValue.get(value) ?? []);
}

function byLanguage<Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> {
  return { en: make('en'), es: make('es'), pt: make('pt') };
}
