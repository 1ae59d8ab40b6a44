import { demoId } from '@agora/schema/demo/ids';
import { Category } from '../categories/model/category.ts';

interface Branch {
  readonly slug: string;
  readonly parent: string;
  readonly products: readonly string[];
  readonly names: readonly [en: string, es: string, pt: string];
}

const branch = (parent: string, slug: string, names: Branch['names'], products: readonly string[]): Branch => ({
  slug,
  parent,
  products,
  names,
});

/** Below the categories that come with the migrations; a branch stands behind the one it hangs on. */
const BRANCHES: readonly Branch[] = [
  branch(
    'ceramics',
    'tableware',
    ['Tableware', 'Vajilla', 'Louça de mesa'],
    ['stoneware-bowl-set', 'espresso-cup-pair', 'salt-cellar-with-lid', 'serving-platter-oval'],
  ),
  branch('ceramics', 'vases', ['Vases', 'Jarrones', 'Vasos'], ['moon-vase']),
  branch('ceramics', 'clay-cookware', ['Clay cookware', 'Ollas y cazuelas de barro', 'Panelas de barro'], ['cazuela-de-barro']),
  branch(
    'crafts',
    'pottery-supplies',
    ['Pottery supplies', 'Material para cerámica', 'Materiais para cerâmica'],
    ['pottery-starter-kit', 'glaze-sampler'],
  ),
  branch('crafts', 'yarn-and-dyes', ['Yarn and dyes', 'Lanas y tintes', 'Fios e corantes'], ['natural-dye-set', 'merino-yarn-undyed']),
  branch(
    'crafts',
    'carving-and-weaving',
    ['Carving and weaving', 'Talla y trenzado', 'Entalhe e trançado'],
    ['carving-knife-set', 'chair-weaving-cord'],
  ),
  branch('food', 'coffee', ['Coffee', 'Café', 'Café'], ['cafe-de-altura']),
  branch('food', 'honey-and-preserves', ['Honey and preserves', 'Miel y conservas', 'Mel e conservas'], ['miel-de-romero', 'quince-paste']),
  branch(
    'food',
    'oils-and-spices',
    ['Oils and spices', 'Aceites y especias', 'Azeites e temperos'],
    ['aceite-de-oliva-temprano', 'smoked-paprika'],
  ),
  branch('food', 'pulses', ['Pulses', 'Legumbres', 'Leguminosas'], ['heirloom-beans']),
  branch('garden', 'seeds', ['Seeds', 'Semillas', 'Sementes'], ['balcony-tomato-seeds', 'wildflower-meadow-mix']),
  branch(
    'garden',
    'pots-and-stands',
    ['Pots and stands', 'Macetas y soportes', 'Vasos e suportes de plantas'],
    ['terracotta-pot-trio', 'ash-plant-stand'],
  ),
  branch('garden', 'soil-and-compost', ['Soil and compost', 'Sustratos y compost', 'Terra e composto'], ['worm-compost-5l']),
  branch('animals', 'birds-and-bees', ['Birds and bees', 'Aves y abejas', 'Aves e abelhas'], ['oak-bird-feeder', 'beehive-starter-frame']),
  branch('animals', 'farm-animals', ['Farm animals', 'Animales de granja', 'Animais de criação'], ['hen-feed-organic']),
  branch('animals', 'dogs-and-cats', ['Dogs and cats', 'Perros y gatos', 'Cães e gatos'], ['stoneware-dog-bowl', 'cat-wall-shelf']),
  branch('animals', 'aquariums', ['Aquariums', 'Acuarios', 'Aquários'], ['aquarium-light-timer']),
  branch('furniture', 'tables', ['Tables', 'Mesas', 'Mesas'], ['oak-side-table', 'folding-work-bench']),
  branch('furniture', 'seating', ['Seating', 'Asientos', 'Assentos'], ['ash-dining-chair', 'kids-step-stool']),
  branch('furniture', 'storage', ['Storage', 'Almacenaje', 'Armazenamento'], ['wall-shelf-long', 'linen-press-cabinet']),
  branch('lighting', 'lamps', ['Lamps', 'Lámparas', 'Luminárias'], ['clip-reading-light']),
  branch('lamps', 'pendant-lamps', ['Pendant lamps', 'Lámparas colgantes', 'Luminárias pendentes'], ['porcelain-pendant-lamp']),
  branch('lamps', 'floor-lamps', ['Floor lamps', 'Lámparas de pie', 'Luminárias de chão'], ['oak-floor-lamp']),
  branch('lighting', 'bulbs', ['Bulbs', 'Bombillas', 'Lâmpadas'], ['smart-bulb-open']),
  branch('lighting', 'candles', ['Candles', 'Velas', 'Velas'], ['beeswax-candles']),
  branch('lighting', 'outdoor-lighting', ['Outdoor lighting', 'Iluminación exterior', 'Iluminação externa'], ['solar-path-lights']),
  branch('electronics', 'audio', ['Audio', 'Audio', 'Áudio'], ['repairable-headphones']),
  branch(
    'electronics',
    'workshop',
    ['For the workshop', 'Para el taller', 'Para a oficina'],
    ['precision-screwdriver-set', 'usb-c-bench-supply'],
  ),
  branch(
    'electronics',
    'kits',
    ['Kits to build', 'Kits para montar', 'Kits para montar'],
    ['pocket-radio-kit', 'battery-refurbishing-kit'],
  ),
];

/** Categories by slug, those that are there and those of the demo. */
export function demoCategories(present: readonly Category[]): Map<string, Category> {
  const categories = new Map(present.map((category) => [category.slug, category]));
  for (const { slug, parent, names } of BRANCHES) {
    const [en, es, pt] = names;
    const category = Category.of({
      id: demoId('cat', slug),
      slug,
      texts: [text('en', en), text('es', es), text('pt', pt)],
      parent: categories.get(parent) ?? null,
    });
    category.position = BRANCHES.filter((other) => other.parent === parent).findIndex((other) => other.slug === slug);
    categories.set(slug, category);
  }
  return categories;
}

/** The slug of the branch of a demo product, where it has one below its category. */
export function branchOf(productSlug: string): string | undefined {
  return BRANCHES.find(({ products }) => products.includes(productSlug))?.slug;
}

function text(locale: string, name: string) {
  return { locale, name, description: null };
}
