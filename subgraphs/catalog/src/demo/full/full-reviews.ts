import { DAY_MS } from '@agora/platform/durations';
import { demoId } from '@agora/schema/demo/ids';
import { randomOf } from '@agora/schema/demo/random';
import type { PlainReview } from '../reviews.ts';
import type { Word } from './wares.ts';

/** Of whom there are at least so many. */
const REVIEWERS = 1_000;

/** Six on average: few are much talked about. */
const HOW_MANY = [0, 0, 1, 1, 3, 3, 5, 5, 11, 31];

/** How many of a hundred give each number of stars. */
const STARS = [
  { rating: 1, share: 9 },
  { rating: 2, share: 5 },
  { rating: 3, share: 9 },
  { rating: 4, share: 20 },
  { rating: 5, share: 57 },
];

const LANGUAGES = [
  { language: 'es', share: 5 },
  { language: 'en', share: 3 },
  { language: 'pt', share: 2 },
] as const;

const word = (text: string): Word => {
  const [en = '', es = '', pt = ''] = text.split(' | ');
  return { en, es, pt };
};

const GOOD = [
  'Just as it is described. | Tal como se describe. | Exatamente como descrito.',
  'It arrived two days early and well packed. | Llegó dos días antes y bien embalado. | Chegou dois dias antes e bem embalado.',
  'I use it every day. | Lo uso todos los días. | Uso todos os dias.',
  'The finish is better than I expected. | El acabado es mejor de lo que esperaba. | O acabamento é melhor do que eu esperava.',
  'I bought another one as a present. | Compré otro para regalar. | Comprei outro para dar de presente.',
  'The seller answered all my questions. | Quien lo vende respondió a todas mis preguntas. | Quem vende respondeu a todas as minhas perguntas.',
].map(word);

const MIXED = [
  'Good, but smaller than it looks. | Bueno, pero más pequeño de lo que parece. | Bom, mas menor do que parece.',
  'The colour differs a little from the picture. | El color cambia un poco respecto a la foto. | A cor é um pouco diferente da foto.',
  'It does what it should, no more. | Hace lo que debe y nada más. | Faz o que deve e nada mais.',
].map(word);

const BAD = [
  'It came with a scratch. | Llegó con un arañazo. | Chegou com um risco.',
  'After a month it does not close properly. | Al mes ya no cierra bien. | Depois de um mês já não fecha bem.',
  'It took three weeks to get here. | Tardó tres semanas en llegar. | Demorou três semanas para chegar.',
].map(word);

const TITLES = {
  good: [
    'Recommended | Recomendable | Recomendo',
    'Very happy | Muy contenta | Muito contente',
    'Worth it | Merece la pena | Vale a pena',
  ].map(word),
  mixed: ['It is all right | Cumple | Cumpre o que promete'].map(word),
  bad: ['Not what I hoped for | No es lo que esperaba | Não é o que eu esperava'].map(word),
};

/** Believable reviews of the product with this number, the same for the same product. */
export function fullReviews(
  number: number,
  { id: productId, sellerId, createdAt }: { readonly id: string; readonly sellerId: string; readonly createdAt: Date },
  now: Date,
): PlainReview[] {
  const random = randomOf(1_000_003 + number);
  const authors = new Set(Array.from({ length: random.one(HOW_MANY) }, () => random.number(REVIEWERS)));
  return [...authors].flatMap((author) => {
    const { rating } = random.weighed(STARS, ({ share }) => share);
    const { language } = random.weighed(LANGUAGES, ({ share }) => share);
    const mood = rating > 3 ? 'good' : rating === 3 ? 'mixed' : 'bad';
    const sentences = { good: GOOD, mixed: MIXED, bad: BAD }[mood];
    const told = new Set([random.one(sentences), random.one(sentences)]);
    const authorId = demoId('usr', `full ${author}`);
    const after = random.number(Math.max(DAY_MS, now.getTime() - createdAt.getTime()));
    if (authorId === sellerId) return [];
    return {
      id: demoId('rev', `full ${number} ${author}`),
      productId,
      sellerId,
      authorId,
      rating,
      title: random.number(2) === 0 ? random.one(TITLES[mood])[language] : null,
      body: [...told].map((sentence) => sentence[language]).join(' '),
      locale: language,
      isShown: random.number(100) >= 3,
      createdAt: new Date(createdAt.getTime() + after).toISOString(),
    };
  });
}
