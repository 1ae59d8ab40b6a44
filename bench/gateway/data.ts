/**
 * What the subgraphs know, made by arithmetic. An id is `<batch>-<number>`.
 *
 * `repeated` has the shape and the sizes of the known benchmark: 6 users, 9 products, 11 reviews; everybody wrote the first
 * two reviews, and the first user is the author of all, so the same few entities come again and again in one answer.
 * `distinct` has the same breadth without repetition: every user, review and product of an answer is another one.
 */
export type Data = 'repeated' | 'distinct';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

export interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
}

export interface Review {
  readonly id: string;
  readonly body: string;
  readonly upc: string;
  readonly authorId: string;
}

export interface World {
  users(batch: number): User[];
  topProducts(batch: number, first: number): Product[];
  user(id: string): User;
  product(upc: string): Product;
  inStock(upc: string): boolean;
  review(id: string): Review;
  reviewsBy(userId: string): Review[];
  reviewsOf(upc: string): Review[];
}

export function worldOf(data: Data): World {
  const { reviewOf, writtenBy, about } = data === 'repeated' ? REPEATED : DISTINCT;
  const review = (id: string): Review => {
    const { batch, number } = split(id);
    const { product, author } = reviewOf(number);
    return { id, body: bodyOf(number), upc: join(batch, product), authorId: join(batch, author) };
  };
  const reviewsFor = (id: string, numbers: (number: number) => number[]) => {
    const { batch, number } = split(id);
    return numbers(number).map((found) => review(join(batch, found)));
  };
  return {
    users: (batch) => range(USERS).map((number) => userOf(join(batch, number))),
    topProducts: (batch, first) => range(Math.min(first, PRODUCTS.length)).map((number) => productOf(join(batch, number))),
    user: userOf,
    product: productOf,
    inStock: (upc) => split(upc).number % 3 !== 2,
    review,
    reviewsBy: (userId) => reviewsFor(userId, writtenBy),
    reviewsOf: (upc) => reviewsFor(upc, about),
  };
}

const USERS = 6;
const PRODUCTS = ['Bookcase', 'Bench', 'Bowl', 'Stool', 'Screen', 'Lantern', 'Stove', 'Freezer', 'Hammock'];
const NAMES = ['Ada Pereira', 'Bo Lindqvist', 'Chidi Okafor', 'Dana Kowalska', 'Emre Yildirim', 'Fumi Tanaka'];
const BODY_LENGTHS = [460, 309, 286, 159, 460, 309, 286, 159, 159, 159, 875];
const WORDS = 'sturdy light warm plain honest quick heavy smooth quiet bright narrow simple solid gentle broad early'.split(' ');

interface Relations {
  reviewOf(review: number): { readonly product: number; readonly author: number };
  writtenBy(user: number): number[];
  about(product: number): number[];
}

const REPEATED: Relations = {
  reviewOf: (review) => ({ product: PRODUCT_OF_REVIEW[review - 1] ?? 1, author: 1 }),
  writtenBy: () => [1, 2],
  about: (product) => range(PRODUCT_OF_REVIEW.length).filter((review) => PRODUCT_OF_REVIEW[review - 1] === product),
};
const PRODUCT_OF_REVIEW = [1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4];

/** Reviews with even numbers are found by their author, those with odd numbers by their product. */
const DISTINCT: Relations = {
  reviewOf: (review) =>
    review % 2 === 0
      ? { product: 1_000 + review / 2, author: Math.floor(review / 4) }
      : { product: Math.floor(review / 6), author: 1_000 + review },
  writtenBy: (user) => [4 * user, 4 * user + 2],
  about: (product) => [6 * product + 1, 6 * product + 3, 6 * product + 5],
};

function userOf(id: string): User {
  const { number } = split(id);
  const name = NAMES[(number - 1) % NAMES.length] ?? '';
  return { id, name, username: name.toLowerCase().replace(' ', '.'), birthday: 1_000_000_000 + number };
}

function productOf(upc: string): Product {
  const { number } = split(upc);
  return {
    upc,
    name: PRODUCTS[(number - 1) % PRODUCTS.length] ?? '',
    price: 15 + ((number * 397) % 2_000),
    weight: 20 + ((number * 131) % 1_000),
  };
}

function bodyOf(review: number): string {
  const length = BODY_LENGTHS[(review - 1) % BODY_LENGTHS.length] ?? 0;
  let text = '';
  for (let n = review; text.length < length; n += 7) text += `${WORDS[n % WORDS.length]} `;
  return text.slice(0, length);
}

function join(batch: number, number: number): string {
  return `${batch}-${number}`;
}

function split(id: string): { batch: number; number: number } {
  const [batch, number] = id.split('-').map(Number);
  return { batch: batch ?? 0, number: number ?? 0 };
}

/** 1 to `count`. */
function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
