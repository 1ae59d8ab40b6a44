import { demoId } from '@agora/schema/demo/ids';
import { DEMO_PEOPLE } from '@agora/schema/demo/people';
import type { Category } from '../categories/model/category.ts';
import { Product, type ProductTranslations } from '../products/model/product.ts';
import { variant } from './variants.ts';

interface OffSale {
  readonly slug: string;
  readonly locale: string;
  readonly name: string;
  readonly description: string;
  readonly translations: ProductTranslations;
  readonly category: string;
  /** Euro cents. */
  readonly price: number;
  readonly become: (product: Product, at: Date) => void;
}

const draft = () => {};
const WEEK_MS = 7 * 86_400_000;
const scheduled = (product: Product, at: Date) =>
  void product.schedule({ publishAt: new Date(at.getTime() + WEEK_MS), unpublishAt: new Date(at.getTime() + 5 * WEEK_MS) }, at);
const archived = (product: Product, at: Date) => void product.archive(at);
const takenDown = (product: Product, at: Date) => {
  const moderator = DEMO_PEOPLE.find(({ roles }) => roles.includes('MODERATOR'));
  if (!moderator) throw new Error('Nobody in the demo data is a moderator.');
  product.publish(at);
  product.takeDown({ reason: 'COUNTERFEIT', message: 'The maker whose mark it bears did not make it.' }, moderator.id, at);
};

const OFF_SALE: readonly OffSale[] = [
  {
    slug: 'walnut-desk-organiser',
    locale: 'en',
    name: 'Walnut desk organiser',
    description: 'Five compartments, one drawer. Photographs follow.',
    translations: {
      es: { name: 'Organizador de escritorio de nogal', description: 'Cinco compartimentos y un cajón. Pronto habrá fotos.' },
      pt: { name: 'Organizador de mesa em nogueira', description: 'Cinco compartimentos e uma gaveta. Fotos em breve.' },
    },
    category: 'furniture',
    price: 5_900,
    become: scheduled,
  },
  {
    slug: 'jarra-de-barro-negro',
    locale: 'es',
    name: 'Jarra de barro negro',
    description: 'Bruñida a mano y cocida sin oxígeno.',
    translations: { pt: { name: 'Jarra de barro preto', description: null } },
    category: 'ceramics',
    price: 3_400,
    become: draft,
  },
  {
    slug: 'advent-calendar-of-last-year',
    locale: 'en',
    name: 'Advent calendar of last year',
    description: 'Twenty-four small drawers, sold out for good.',
    translations: {
      es: { name: 'Calendario de adviento del año pasado', description: 'Veinticuatro cajoncitos, agotado para siempre.' },
      pt: { name: 'Calendário do advento do ano passado', description: 'Vinte e quatro gavetinhas, esgotado para sempre.' },
    },
    category: 'crafts',
    price: 2_200,
    become: archived,
  },
  {
    slug: 'signed-studio-lamp',
    locale: 'en',
    name: 'Signed studio lamp',
    description: 'With the mark of a well-known workshop.',
    translations: {},
    category: 'lighting',
    price: 89_000,
    become: takenDown,
  },
];

/** What a demo seller has that is not on sale: a draft, one that goes on sale within a week, something archived, and something that a moderator took down. */
export function offSale(categories: ReadonlyMap<string, Category>, at: Date): Product[] {
  const seller = DEMO_PEOPLE.find(({ isVerifiedSeller }) => isVerifiedSeller);
  if (!seller) throw new Error('Nobody in the demo data sells.');
  return OFF_SALE.map(({ slug, category: categorySlug, price, become, ...texts }) => {
    const category = categories.get(categorySlug);
    if (!category) throw new Error(`The demo product ${slug} is in "${categorySlug}", which is no category.`);
    const product = Product.draft({
      ...texts,
      id: demoId('prd', slug),
      slug,
      category,
      sellerId: seller.id,
      currencyCode: 'EUR',
      createdAt: at,
      options: [],
      variants: [variant({ id: demoId('var', slug), sku: slug.toUpperCase().slice(0, 20), valueIds: [], price, stock: 0 })],
    });
    become(product, at);
    return product;
  });
}
