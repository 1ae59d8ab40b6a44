import { demoId } from './ids.ts';

export interface DemoSkill {
  readonly id: string;
  readonly key: string;
  /** The first is for who reads none of these languages. */
  readonly names: readonly { readonly locale: string; readonly text: string }[];
  /** Usernames of who has it. */
  readonly people: readonly string[];
}

const skill = (key: string, en: string, es: string, pt: string, people: readonly string[]): DemoSkill => ({
  id: demoId('skl', key),
  key,
  names: [
    { locale: 'en', text: en },
    { locale: 'es', text: es },
    { locale: 'pt', text: pt },
  ],
  people,
});

/** The catalogue of skills of the demo data; people have theirs in this order. */
export const DEMO_SKILLS: readonly DemoSkill[] = [
  skill('garden-design', 'Garden design', 'Diseño de jardines', 'Desenho de jardins', ['camille']),
  skill('soil-science', 'Soil science', 'Ciencia del suelo', 'Ciência do solo', ['camille', 'finca']),
  skill('irrigation', 'Irrigation', 'Riego', 'Irrigação', ['camille']),
  skill('pottery', 'Pottery', 'Alfarería', 'Olaria', ['seller', 'diego']),
  skill('animal-care', 'Animal care', 'Cuidado de animales', 'Cuidado de animais', ['diego']),
  skill('upholstery', 'Upholstery', 'Tapicería', 'Tapeçaria', ['aisha']),
  skill('electronics-repair', 'Electronics repair', 'Reparación de electrónica', 'Reparo de eletrônicos', ['volta']),
];
