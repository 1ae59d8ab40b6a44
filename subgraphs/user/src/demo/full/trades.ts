import { demoId } from '@agora/schema/demo/ids';
import type { SkillName } from '../../skills/model.ts';

/** A trade of the people that `seed full` makes, with the words that they use of themselves, by language. */
export interface Trade {
  readonly skill: { readonly id: string; readonly key: string; readonly names: readonly SkillName[] };
  readonly profession: Readonly<Record<Spoken, string>>;
}

type Spoken = 'en' | 'es' | 'pt';

const trade = (
  key: string,
  [en, es, pt]: readonly [string, string, string],
  [byEn, byEs, byPt]: readonly [string, string, string],
): Trade => ({
  skill: {
    id: demoId('skl', key),
    key,
    names: [
      { locale: 'en', text: en },
      { locale: 'es', text: es },
      { locale: 'pt', text: pt },
    ],
  },
  profession: { en: byEn, es: byEs, pt: byPt },
});

export const TRADES: readonly Trade[] = [
  trade('pottery', ['Pottery', 'Alfarería', 'Olaria'], ['Potter', 'Ceramista', 'Ceramista']),
  trade('garden-design', ['Garden design', 'Diseño de jardines', 'Desenho de jardins'], ['Garden designer', 'Paisajista', 'Paisagista']),
  trade('upholstery', ['Upholstery', 'Tapicería', 'Tapeçaria'], ['Upholsterer', 'Tapicería', 'Tapeçaria']),
  trade(
    'electronics-repair',
    ['Electronics repair', 'Reparación de electrónica', 'Reparo de eletrônicos'],
    ['Repair shop', 'Taller', 'Oficina'],
  ),
  trade('carpentry', ['Carpentry', 'Carpintería', 'Carpintaria'], ['Carpenter', 'Carpintería', 'Marcenaria']),
  trade('weaving', ['Weaving', 'Tejido', 'Tecelagem'], ['Weaver', 'Tejidos', 'Tecelagem']),
  trade('leatherwork', ['Leatherwork', 'Marroquinería', 'Couro'], ['Leather workshop', 'Marroquinería', 'Ateliê de couro']),
  trade('floristry', ['Floristry', 'Floristería', 'Floricultura'], ['Florist', 'Florista', 'Florista']),
  trade('beekeeping', ['Beekeeping', 'Apicultura', 'Apicultura'], ['Beekeeper', 'Apicultura', 'Apicultura']),
  trade('bookbinding', ['Bookbinding', 'Encuadernación', 'Encadernação'], ['Bookbinder', 'Encuadernación', 'Encadernação']),
  trade('photography', ['Photography', 'Fotografía', 'Fotografia'], ['Photographer', 'Fotografía', 'Fotografia']),
  trade('tailoring', ['Tailoring', 'Sastrería', 'Alfaiataria'], ['Tailor', 'Sastrería', 'Alfaiataria']),
  trade('jewellery', ['Jewellery', 'Joyería', 'Joalheria'], ['Jeweller', 'Joyería', 'Joalheria']),
  trade('coffee-roasting', ['Coffee roasting', 'Tueste de café', 'Torra de café'], ['Coffee roaster', 'Tostador de café', 'Torrefação']),
  trade(
    'bicycle-repair',
    ['Bicycle repair', 'Reparación de bicicletas', 'Reparo de bicicletas'],
    ['Bicycle workshop', 'Taller de bicicletas', 'Oficina de bicicletas'],
  ),
  trade('translation', ['Translation', 'Traducción', 'Tradução'], ['Translator', 'Traducción', 'Tradução']),
];
