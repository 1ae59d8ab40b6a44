import { DAY_MS } from '@agora/platform/durations';
import { query, run } from '@agora/platform/database/database';
import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newRow } from '@agora/platform/database/new-row';
import type { Product } from '../products/model/product.ts';
import { ReviewVote } from '../reviews/model/review-vote.ts';
import { Review } from '../reviews/model/review.ts';

interface Said {
  /** User name. */
  readonly by: string;
  readonly rating: number;
  readonly locale: string;
  readonly title?: string;
  readonly body: string;
  readonly daysAgo: number;
  readonly answer?: string;
  /** User names of whom it helped. */
  readonly helped?: readonly string[];
  /** Whether it waits for a moderator. */
  readonly waits?: boolean;
}

/** What is said of the products of the demo, by their slugs. */
const SAID: Readonly<Record<string, readonly Said[]>> = {
  'stoneware-bowl-set': [
    {
      by: 'buyer',
      rating: 5,
      locale: 'es',
      title: 'Los uso a diario',
      body: 'Llevan tres meses entre el horno y el lavavajillas y siguen como el primer día. El borde grueso se agradece.',
      daysAgo: 41,
      answer: '¡Gracias, Marta! El borde lo repasamos a mano, uno por uno.',
      helped: ['camille', 'diego', 'aisha'],
    },
    {
      by: 'camille',
      rating: 4,
      locale: 'en',
      title: 'Lovely, slightly uneven',
      body: 'No two are quite alike, which is the point. One wobbles a little on a glass table.',
      daysAgo: 23,
      helped: ['buyer'],
    },
    {
      by: 'brotes',
      rating: 5,
      locale: 'pt',
      body: 'Chegaram bem embaladas e são mais fundas do que pareciam na foto. Ótimas para sopa.',
      daysAgo: 9,
    },
  ],
  'espresso-cup-pair': [
    {
      by: 'diego',
      rating: 3,
      locale: 'es',
      title: 'Bonitas, pero pequeñas',
      body: 'Para un café corto están bien. Esperaba que cupiera algo más y que el esmalte fuera menos brillante.',
      daysAgo: 60,
      answer: 'Caben 80 ml hasta el borde; ya lo hemos puesto más claro en la descripción.',
      helped: ['buyer', 'aisha'],
    },
    { by: 'nordic', rating: 5, locale: 'en', body: 'They keep the heat longer than the glass ones I had.', daysAgo: 12 },
  ],
  'moon-vase': [
    {
      by: 'aisha',
      rating: 5,
      locale: 'en',
      title: 'A quiet thing',
      body: 'Holds one branch and looks finished. Watertight, too.',
      daysAgo: 33,
      helped: ['buyer'],
    },
  ],
  'cafe-de-altura': [
    {
      by: 'buyer',
      rating: 5,
      locale: 'es',
      title: 'Recién tostado de verdad',
      body: 'Tostado el martes y en casa el viernes. Chocolate y algo de naranja. Repetiré.',
      daysAgo: 18,
      helped: ['moderator', 'camille'],
    },
    {
      by: 'volta',
      rating: 4,
      locale: 'pt',
      body: 'Muito aromático. Ficou um pouco ácido na cafeteira italiana, melhor no filtro.',
      daysAgo: 6,
    },
    {
      by: 'diego',
      rating: 1,
      locale: 'es',
      title: 'Más barato en otra parte',
      body: 'El mismo café lo venden a mitad de precio en www.cafe-barato.example, comprad allí.',
      daysAgo: 2,
      waits: true,
    },
  ],
  'aceite-de-oliva-temprano': [
    {
      by: 'camille',
      rating: 5,
      locale: 'en',
      body: 'Peppery at the back of the throat, as an early oil should be. I would buy a larger tin.',
      daysAgo: 27,
      answer: 'Next harvest we will fill cans of two litres.',
      helped: ['aisha', 'diego'],
    },
    { by: 'nordic', rating: 4, locale: 'en', body: 'Very good oil; the cap leaked a little on its way here.', daysAgo: 15 },
  ],
  'oak-side-table': [
    {
      by: 'brotes',
      rating: 4,
      locale: 'pt',
      title: 'Sólida e bem acabada',
      body: 'A madeira é linda e não precisa de montagem. Só demorou uma semana a mais do que o previsto.',
      daysAgo: 50,
      answer: 'Obrigado! Desculpe o atraso: a transportadora trocou de rota naquela semana.',
    },
    {
      by: 'seller',
      rating: 5,
      locale: 'es',
      body: 'La tengo en el taller y aguanta todo, también las tazas calientes.',
      daysAgo: 20,
      helped: ['buyer'],
    },
  ],
  'porcelain-pendant-lamp': [
    {
      by: 'nordic',
      rating: 5,
      locale: 'en',
      title: 'Warm light, even through the wall',
      body: 'The porcelain is so thin that it glows. Hanging it took a quarter of an hour.',
      daysAgo: 30,
      helped: ['camille'],
    },
    { by: 'diego', rating: 4, locale: 'es', body: 'Preciosa. El cable podría ser medio metro más largo.', daysAgo: 16 },
  ],
  'repairable-headphones': [
    {
      by: 'aisha',
      rating: 5,
      locale: 'en',
      title: 'Opened them twice already',
      body: 'Changed the pads and a cable in ten minutes with one screwdriver. The sound is honest.',
      daysAgo: 38,
      helped: ['diego', 'camille', 'buyer', 'nordic'],
    },
    { by: 'buyer', rating: 2, locale: 'es', body: 'Suenan bien, pero me aprietan después de una hora.', daysAgo: 11 },
  ],
  'balcony-tomato-seeds': [
    {
      by: 'buyer',
      rating: 5,
      locale: 'es',
      title: 'Veintiocho de treinta',
      body: 'Germinaron casi todas en una semana, en un balcón al sur.',
      daysAgo: 75,
      helped: ['brotes'],
    },
    { by: 'camille', rating: 4, locale: 'en', body: 'Small, sweet, and plenty of them. The packet could say when to sow.', daysAgo: 44 },
  ],
};

/** Writes what people say of these products, and counts it. */
export async function reviewDemo(tx: EntityManager, products: readonly Product[], now: Date): Promise<void> {
  const idOf = new Map(DEMO_PEOPLE.map(({ username, id }) => [username, id]));
  const person = (username: string) => {
    const id = idOf.get(username);
    if (!id) throw new Error(`Nobody in the demo data is called ${username}.`);
    return id;
  };
  for (const product of products) {
    for (const { by, rating, locale, title = null, body, daysAgo, answer, helped = [], waits = false } of SAID[product.slug] ?? []) {
      const createdAt = new Date(now.getTime() - daysAgo * DAY_MS);
      const about = { id: demoId('rev', `${product.slug} ${by}`), product, sellerId: product.sellerId, authorId: person(by) };
      const review = Review.write({ ...about, rating, title, body, locale, createdAt }, !waits);
      if (answer !== undefined) review.respond(answer, new Date(createdAt.getTime() + DAY_MS));
      review.helpfulCount = helped.length;
      tx.persist([review, ...helped.map((voter) => newRow(ReviewVote, { review, voterId: person(voter) }))]);
    }
  }
  await tx.flush();
  await countReviews(
    tx,
    products.map(({ id }) => id),
  );
}

/** Counts the stars of these products anew, from their reviews. */
export async function countReviews(tx: EntityManager, productIds: readonly string[]): Promise<void> {
  await run(
    tx,
    `update product set rating_histogram = counted.histogram from (
       select product_id, array[${[1, 2, 3, 4, 5].map((star) => `count(*) filter (where rating = ${star})`).join(', ')}]::int[] as histogram
       from review where status = 'APPROVED' and product_id = any($1::text[]) group by product_id
     ) counted where product.id = counted.product_id`,
    [productIds],
  );
}

const INSERT = `insert into review (id, product_id, seller_id, author_id, rating, title, body, locale, status, shown_at, created_at, version, helpful_count)
  select said.*, 1, 0 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::timestamptz[], $11::timestamptz[]) as said on conflict do nothing`;

/** A row of `review`, before anybody has voted or answered. */
export interface PlainReview {
  readonly id: string;
  readonly productId: string;
  readonly sellerId: string;
  readonly authorId: string;
  readonly rating: number;
  readonly title: string | null;
  readonly body: string;
  readonly locale: string;
  readonly isShown: boolean;
  readonly createdAt: string;
}

/** Writes many at once, those that are not there. */
export async function insertReviews(tx: EntityManager, reviews: readonly PlainReview[]): Promise<void> {
  const all = <Value>(read: (review: PlainReview) => Value): Value[] => reviews.map(read);
  await query(tx, INSERT, [
    all(({ id }) => id),
    all(({ productId }) => productId),
    all(({ sellerId }) => sellerId),
    all(({ authorId }) => authorId),
    all(({ rating }) => rating),
    all(({ title }) => title),
    all(({ body }) => body),
    all(({ locale }) => locale),
    all(({ isShown }) => (isShown ? 'APPROVED' : 'PENDING')),
    all(({ isShown, createdAt }) => (isShown ? createdAt : null)),
    all(({ createdAt }) => createdAt),
  ]);
}
