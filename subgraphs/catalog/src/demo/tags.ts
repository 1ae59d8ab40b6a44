import type { DemoProduct } from '@agora/schema/demo/products';
import type { TaxClass } from '../products/model/product.ts';

/** Key words of the demo's sellers, by the address of the product. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  'stoneware-bowl-set': ['tableware', 'wedding gift', 'speckled'],
  'espresso-cup-pair': ['tableware', 'coffee', 'gift'],
  'moon-vase': ['gift', 'wheel-thrown'],
  'cazuela-de-barro': ['cocina', 'horno'],
  'cafe-de-altura': ['coffee', 'single origin'],
  'miel-de-romero': ['breakfast', 'raw'],
  'aceite-de-oliva-temprano': ['cocina', 'new harvest'],
  'oak-side-table': ['living room', 'oiled'],
  'oak-floor-lamp': ['living room', 'reading'],
  'beeswax-candles': ['gift', 'winter'],
  'pocket-radio-kit': ['soldering', 'gift'],
};

export function demoTags({ slug }: Pick<DemoProduct, 'slug'>): readonly string[] {
  return TAGS[slug] ?? [];
}

/** Food is taxed less in most countries. */
export function demoTaxClass({ category }: Pick<DemoProduct, 'category'>): TaxClass {
  return category === 'food' ? 'REDUCED' : 'STANDARD';
}
