import { demoId } from './ids.ts';

export interface DemoProduct {
  readonly id: string;
  readonly variantId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Slug of its category. */
  readonly category: string;
  /** User name of its seller. */
  readonly seller: string;
  readonly sellerId: string;
  readonly sku: string;
  /** Euro cents. */
  readonly price: number;
  readonly stock: number;
  readonly translations: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  readonly options: readonly DemoOption[];
  /** All of them; the first is that of `variantId`, `sku`, `price` and `stock`. */
  readonly variants: readonly DemoVariant[];
}

export interface DemoOption {
  readonly id: string;
  readonly name: string;
  readonly es: string;
  readonly values: readonly { readonly id: string; readonly name: string; readonly es: string; readonly colour?: string }[];
}

export interface DemoVariant {
  readonly id: string;
  readonly sku: string;
  /** Of a value of each option. */
  readonly valueIds: readonly string[];
  /** Euro cents. */
  readonly price: number;
  /** Euro cents, before a reduction. */
  readonly before?: number;
  /** US cents, where it is sold in dollars, too. */
  readonly dollars?: number;
  readonly weightGrams?: number;
  readonly stock: number;
}

type Facts = Omit<DemoProduct, 'id' | 'variantId' | 'sellerId' | 'category' | 'translations' | 'options' | 'variants'> & {
  readonly es?: { readonly name: string; readonly description: string };
  readonly options?: readonly OptionFacts[];
  /** Beside the first one. */
  readonly more?: readonly VariantFacts[];
  readonly first?: Omit<VariantFacts, 'sku' | 'price' | 'stock'>;
};

type OptionFacts = Omit<DemoOption, 'id' | 'values'> & {
  readonly values: readonly Omit<DemoOption['values'][number], 'id'>[];
};

type VariantFacts = Omit<DemoVariant, 'id' | 'valueIds'> & {
  /** Names of values. */
  readonly values: readonly string[];
};

const inCategory = (category: string, facts: readonly Facts[]): DemoProduct[] =>
  facts.map(({ es, options = [], first = { values: [] }, more = [], ...product }) => {
    const { slug, sku, price, stock } = product;
    return {
      id: demoId('prd', slug),
      variantId: demoId('var', sku),
      sellerId: demoId('usr', product.seller),
      category,
      translations: translationsOf(es),
      options: options.map((option) => ({
        ...option,
        id: demoId('opt', `${slug} ${option.name}`),
        values: option.values.map((value) => ({ ...value, id: valueId(slug, option.name, value.name) })),
      })),
      variants: [{ sku, price, stock, ...first }, ...more].map(({ values, ...variant }) => ({
        ...variant,
        id: demoId('var', variant.sku),
        valueIds: options.map((option, index) => valueId(slug, option.name, values[index] ?? '')),
      })),
      ...product,
    };
  });

const translationsOf = (es: Facts['es']): DemoProduct['translations'] => (es ? { es } : {});

const valueId = (slug: string, option: string, name: string): string => demoId('opv', `${slug} ${option} ${name}`);

/** Products of the demo data; most have one variant. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  ...inCategory('ceramics', [
    {
      slug: 'stoneware-bowl-set',
      name: 'Stoneware bowl set',
      description: 'Four stackable bowls in speckled stoneware, glazed inside only. Oven and dishwasher safe; each holds 600 ml.',
      seller: 'seller',
      sku: 'TL-BOWL-4',
      price: 5800,
      stock: 24,
      es: {
        name: 'Juego de cuencos de gres',
        description:
          'Cuatro cuencos apilables de gres moteado, esmaltados solo por dentro. Aptos para horno y lavavajillas; 600 ml cada uno.',
      },
    },
    {
      slug: 'espresso-cup-pair',
      name: 'Espresso cup pair',
      description: 'Two handleless cups with thick walls that keep a short coffee hot. 80 ml, matt white outside, clear glaze inside.',
      seller: 'seller',
      sku: 'TL-CUP-2',
      price: 2400,
      stock: 60,
      options: [
        {
          name: 'Glaze',
          es: 'Esmalte',
          values: [
            { name: 'Matt white', es: 'Blanco mate', colour: '#f4f1ea' },
            { name: 'Celadon', es: 'Celadón', colour: '#a8c3b1' },
            { name: 'Tenmoku', es: 'Tenmoku', colour: '#3b2a22' },
          ],
        },
      ],
      first: { values: ['Matt white'], weightGrams: 420 },
      more: [
        { sku: 'TL-CUP-2-CEL', values: ['Celadon'], price: 2600, weightGrams: 420, stock: 34 },
        { sku: 'TL-CUP-2-TEN', values: ['Tenmoku'], price: 2600, before: 3000, weightGrams: 420, stock: 0 },
      ],
      es: {
        name: 'Par de tazas de espresso',
        description: 'Dos tazas sin asa y de pared gruesa que mantienen caliente un café corto. 80 ml.',
      },
    },
    {
      slug: 'moon-vase',
      name: 'Moon vase',
      description: 'A round vase with a narrow neck, thrown in two halves. 22 cm high; made for one branch rather than a bouquet.',
      seller: 'seller',
      sku: 'TL-VASE-MOON',
      price: 7900,
      stock: 8,
      es: {
        name: 'Jarrón luna',
        description: 'Jarrón redondo de cuello estrecho, torneado en dos mitades. 22 cm de alto; pensado para una sola rama.',
      },
    },
    {
      slug: 'salt-cellar-with-lid',
      name: 'Salt cellar with lid',
      description: 'Keeps coarse salt dry next to the stove. The lid turns aside with one finger; celadon glaze.',
      seller: 'seller',
      sku: 'TL-SALT',
      price: 1900,
      stock: 35,
    },
    {
      slug: 'serving-platter-oval',
      name: 'Oval serving platter',
      description: 'A shallow platter, 38 cm long, pressed over a plaster mould so that no two rims are the same. Iron-red edge.',
      seller: 'seller',
      sku: 'TL-PLATTER',
      price: 6400,
      stock: 12,
    },
    {
      slug: 'cazuela-de-barro',
      name: 'Cazuela de barro',
      description: 'Traditional glazed clay pot for slow stews, 24 cm. Soak it before first use; works on gas and in the oven.',
      seller: 'seller',
      sku: 'TL-CAZUELA-24',
      price: 3100,
      stock: 20,
      es: {
        name: 'Cazuela de barro',
        description: 'Cazuela tradicional de barro vidriado para guisos lentos, 24 cm. Remojar antes del primer uso; para gas y horno.',
      },
    },
  ]),

  ...inCategory('crafts', [
    {
      slug: 'pottery-starter-kit',
      name: 'Pottery starter kit',
      description: 'Five kilos of stoneware clay, a wire, two ribs and a booklet with four first pieces. Firing can be booked with us.',
      seller: 'seller',
      sku: 'TL-KIT-CLAY',
      price: 4200,
      stock: 30,
    },
    {
      slug: 'glaze-sampler',
      name: 'Glaze sampler, six colours',
      description: 'Six food-safe brush-on glazes, 100 ml each, for 1240 °C: celadon, tenmoku, oatmeal, cobalt, rust and clear.',
      seller: 'seller',
      sku: 'TL-GLAZE-6',
      price: 3600,
      stock: 40,
    },
    {
      slug: 'natural-dye-set',
      name: 'Natural dye set',
      description: 'Madder, weld and indigo with alum mordant; enough for 500 g of wool. Instructions in English and Spanish.',
      seller: 'finca',
      sku: 'FR-DYE-3',
      price: 2900,
      stock: 25,
      es: {
        name: 'Juego de tintes naturales',
        description: 'Rubia, gualda y añil con alumbre; para 500 g de lana. Instrucciones en inglés y español.',
      },
    },
    {
      slug: 'merino-yarn-undyed',
      name: 'Merino yarn, undyed',
      description: 'Soft two-ply merino from our own flock, 100 g, 320 m. Washed with plain soap and ready for the dye pot.',
      seller: 'finca',
      sku: 'FR-YARN-100',
      price: 1450,
      stock: 120,
    },
    {
      slug: 'carving-knife-set',
      name: 'Spoon carving knives',
      description: 'A straight blade and a hook knife in carbon steel with ash handles, for spoons, bowls and long evenings.',
      seller: 'nordic',
      sku: 'NT-CARVE-2',
      price: 4900,
      stock: 18,
    },
    {
      slug: 'chair-weaving-cord',
      name: 'Danish cord for chairs',
      description: 'Three-ply paper cord, 400 m, for weaving or repairing a seat. One spool covers an armchair.',
      seller: 'nordic',
      sku: 'NT-CORD-400',
      price: 3800,
      stock: 22,
    },
  ]),

  ...inCategory('food', [
    {
      slug: 'cafe-de-altura',
      name: 'Café de altura',
      description: 'Single-farm arabica grown at 1,700 m, washed and sun-dried. Notes of panela and orange. Whole beans, 500 g.',
      seller: 'finca',
      sku: 'FR-COFFEE-500',
      price: 1650,
      stock: 200,
      es: {
        name: 'Café de altura',
        description: 'Arábica de una sola finca, cultivado a 1.700 m, lavado y secado al sol. Notas de panela y naranja. En grano, 500 g.',
      },
    },
    {
      slug: 'miel-de-romero',
      name: 'Miel de romero',
      description: 'Raw rosemary honey, spun cold and never filtered. It will crystallise; a warm bath brings it back. 450 g.',
      seller: 'finca',
      sku: 'FR-HONEY-450',
      price: 980,
      stock: 150,
      es: {
        name: 'Miel de romero',
        description: 'Miel cruda de romero, extraída en frío y sin filtrar. Cristaliza; un baño tibio la devuelve. 450 g.',
      },
    },
    {
      slug: 'aceite-de-oliva-temprano',
      name: 'Early harvest olive oil',
      description: 'Picual olives picked green in October and pressed the same day. Peppery; for raw dishes. 500 ml tin.',
      seller: 'finca',
      sku: 'FR-OIL-500',
      price: 1490,
      stock: 90,
      es: {
        name: 'Aceite de oliva temprano',
        description: 'Aceitunas picual recogidas verdes en octubre y molidas el mismo día. Picante; para tomar en crudo. Lata de 500 ml.',
      },
    },
    {
      slug: 'smoked-paprika',
      name: 'Smoked paprika',
      description: 'Peppers dried over oak for two weeks and stone-ground. Sweet, deep red, in a 75 g tin.',
      seller: 'finca',
      sku: 'FR-PAPRIKA-75',
      price: 540,
      stock: 180,
      es: {
        name: 'Pimentón ahumado',
        description: 'Pimientos secados dos semanas sobre roble y molidos a la piedra. Dulce, rojo intenso, lata de 75 g.',
      },
    },
    {
      slug: 'heirloom-beans',
      name: 'Heirloom bean mix',
      description: 'Five old varieties of dried beans from this year. They keep their shape and want an hour less than you fear. 1 kg.',
      seller: 'finca',
      sku: 'FR-BEANS-1000',
      price: 890,
      stock: 110,
    },
    {
      slug: 'quince-paste',
      name: 'Quince paste',
      description: 'Quinces, sugar and a lot of stirring. Cut it thin and eat it with old cheese. 300 g.',
      seller: 'finca',
      sku: 'FR-QUINCE-300',
      price: 690,
      stock: 75,
      es: { name: 'Dulce de membrillo', description: 'Membrillo, azúcar y mucho remover. Cortado fino, con queso curado. 300 g.' },
    },
  ]),

  ...inCategory('garden', [
    {
      slug: 'balcony-tomato-seeds',
      name: 'Balcony tomato seeds',
      description: 'Three compact tomatoes that fruit in a 10-litre pot: red, yellow and nearly black. 30 seeds, open-pollinated.',
      seller: 'finca',
      sku: 'FR-SEED-TOM',
      price: 420,
      stock: 300,
      es: {
        name: 'Semillas de tomate de balcón',
        description: 'Tres tomates compactos que dan fruto en una maceta de 10 litros: rojo, amarillo y casi negro. 30 semillas.',
      },
    },
    {
      slug: 'wildflower-meadow-mix',
      name: 'Wildflower meadow mix',
      description: 'Twenty-two native species for poor soil and full sun; covers 10 m². Bees find it within a week of flowering.',
      seller: 'finca',
      sku: 'FR-SEED-WILD',
      price: 1290,
      stock: 140,
    },
    {
      slug: 'worm-compost-5l',
      name: 'Worm compost',
      description: 'Five litres of sieved worm castings. A handful per pot in spring is enough; it cannot burn roots.',
      seller: 'finca',
      sku: 'FR-WORM-5',
      price: 1150,
      stock: 65,
    },
    {
      slug: 'terracotta-pot-trio',
      name: 'Terracotta pot trio',
      description: 'Three frost-hardy pots with saucers, 12, 16 and 20 cm, fired at 1100 °C so that they last the winter outside.',
      seller: 'seller',
      sku: 'TL-POT-3',
      price: 4600,
      stock: 28,
      es: {
        name: 'Trío de macetas de terracota',
        description: 'Tres macetas con plato resistentes a la helada, de 12, 16 y 20 cm, cocidas a 1100 °C.',
      },
    },
    {
      slug: 'ash-plant-stand',
      name: 'Ash plant stand',
      description: 'Lifts a pot of up to 26 cm into the light. Oiled ash, flat-packed, no screws.',
      seller: 'nordic',
      sku: 'NT-STAND-26',
      price: 5200,
      stock: 33,
    },
    {
      slug: 'soil-moisture-sensor',
      name: 'Soil moisture sensor',
      description:
        'Capacitive probe with an e-paper dial; one AAA cell lasts two seasons. The firmware is open and the cell is yours to change.',
      seller: 'volta',
      sku: 'VE-SOIL-1',
      price: 2700,
      stock: 85,
      es: {
        name: 'Sensor de humedad del suelo',
        description: 'Sonda capacitiva con pantalla de papel electrónico; una pila AAA dura dos temporadas. Firmware abierto.',
      },
    },
  ]),

  ...inCategory('animals', [
    {
      slug: 'oak-bird-feeder',
      name: 'Oak bird feeder',
      description: 'A covered tray for titmice and finches that opens at the top for filling. Untreated oak turns silver in a year.',
      seller: 'nordic',
      sku: 'NT-BIRD-OAK',
      price: 4400,
      stock: 26,
    },
    {
      slug: 'beehive-starter-frame',
      name: 'Beehive starter frames',
      description: 'Ten pine frames with wired foundation of our own wax. Fits Langstroth hives.',
      seller: 'finca',
      sku: 'FR-HIVE-10',
      price: 3900,
      stock: 32,
      es: {
        name: 'Cuadros para colmena',
        description: 'Diez cuadros de pino con lámina alambrada de nuestra propia cera. Para colmenas Langstroth.',
      },
    },
    {
      slug: 'hen-feed-organic',
      name: 'Organic hen feed',
      description: 'Wheat, maize, peas and crushed shell for laying hens; no soy. 10 kg in a paper sack.',
      seller: 'finca',
      sku: 'FR-HEN-10',
      price: 1850,
      stock: 70,
    },
    {
      slug: 'stoneware-dog-bowl',
      name: 'Stoneware dog bowl',
      description: 'Two kilos of bowl, so that it stays where you put it. Unglazed foot, 1.2 litres.',
      seller: 'seller',
      sku: 'TL-DOG-12',
      price: 3400,
      stock: 19,
      es: {
        name: 'Comedero de gres para perro',
        description: 'Dos kilos de cuenco, para que se quede donde lo pones. Pie sin esmaltar, 1,2 litros.',
      },
    },
    {
      slug: 'cat-wall-shelf',
      name: 'Cat wall shelf',
      description: 'A curved step of steam-bent ash with a felt mat; holds 12 kg. Three make a staircase.',
      seller: 'nordic',
      sku: 'NT-CAT-SHELF',
      price: 5900,
      stock: 15,
    },
    {
      slug: 'aquarium-light-timer',
      name: 'Aquarium light timer',
      description: 'Fades LED strips in and out over half an hour, so that fish are not startled. 12 V, up to 60 W, fuse included.',
      seller: 'volta',
      sku: 'VE-AQUA-T',
      price: 3200,
      stock: 44,
    },
  ]),

  ...inCategory('furniture', [
    {
      slug: 'oak-side-table',
      name: 'Oak side table',
      description: 'A round top of 40 cm on three turned legs, from one board so that the grain runs on. Oiled, 52 cm high.',
      seller: 'nordic',
      sku: 'NT-SIDE-OAK',
      price: 18900,
      stock: 9,
      es: {
        name: 'Mesa auxiliar de roble',
        description: 'Tablero redondo de 40 cm sobre tres patas torneadas, de una sola tabla. Aceitada, 52 cm de alto.',
      },
    },
    {
      slug: 'ash-dining-chair',
      name: 'Ash dining chair',
      description: 'Steam-bent back, woven cord seat, 3.9 kg. Built to be repaired: every joint can be opened again.',
      seller: 'nordic',
      sku: 'NT-CHAIR-ASH',
      price: 27500,
      stock: 16,
      es: {
        name: 'Silla de comedor de fresno',
        description: 'Respaldo curvado al vapor y asiento de cordel tejido, 3,9 kg. Hecha para poder repararse.',
      },
    },
    {
      slug: 'wall-shelf-long',
      name: 'Long wall shelf',
      description: 'A 120 cm oak shelf on hidden brackets that carry 25 kg. Comes with a drilling template.',
      seller: 'nordic',
      sku: 'NT-SHELF-120',
      price: 9900,
      stock: 27,
    },
    {
      slug: 'folding-work-bench',
      name: 'Folding work bench',
      description: 'Beech top with dog holes and a quick vise; folds to 14 cm. For flats without a workshop.',
      seller: 'nordic',
      sku: 'NT-BENCH-F',
      price: 32900,
      stock: 6,
    },
    {
      slug: 'kids-step-stool',
      name: "Children's step stool",
      description: 'Two steps, rounded edges, 30 cm high and impossible to tip forwards. Solid ash.',
      seller: 'nordic',
      sku: 'NT-STOOL-K',
      price: 6900,
      stock: 38,
    },
    {
      slug: 'linen-press-cabinet',
      name: 'Narrow cabinet',
      description: 'Oak cabinet for the corridor, 35 cm deep, with ventilated doors. Made to order in three weeks.',
      seller: 'nordic',
      sku: 'NT-CAB-35',
      price: 74900,
      stock: 3,
    },
  ]),

  ...inCategory('lighting', [
    {
      slug: 'porcelain-pendant-lamp',
      name: 'Porcelain pendant lamp',
      description: 'Thin porcelain that glows when lit, 18 cm wide, with two metres of black textile cable. E27, up to 15 W LED.',
      seller: 'seller',
      sku: 'TL-LAMP-P18',
      price: 11900,
      stock: 11,
      es: {
        name: 'Lámpara colgante de porcelana',
        description: 'Porcelana fina que brilla al encenderse, 18 cm de ancho, con dos metros de cable textil negro. E27.',
      },
    },
    {
      slug: 'oak-floor-lamp',
      name: 'Oak floor lamp',
      description: 'A tripod of oiled oak with a linen shade, 148 cm. The dimmer sits in the cable, where a foot finds it.',
      seller: 'nordic',
      sku: 'NT-LAMP-FL',
      price: 22900,
      stock: 7,
      es: {
        name: 'Lámpara de pie de roble',
        description: 'Trípode de roble aceitado con pantalla de lino, 148 cm. El regulador está en el cable.',
      },
    },
    {
      slug: 'clip-reading-light',
      name: 'Clip reading light',
      description: 'Warm light at 2700 K with four levels; charges over USB-C and the battery is held by one screw.',
      seller: 'volta',
      sku: 'VE-CLIP-L',
      price: 2900,
      stock: 95,
      es: {
        name: 'Luz de lectura con pinza',
        description: 'Luz cálida de 2700 K con cuatro niveles; se carga por USB-C y la batería se cambia con un tornillo.',
      },
    },
    {
      slug: 'smart-bulb-open',
      name: 'Smart bulb, open firmware',
      description: 'E27, 9 W, tunable white. Speaks Zigbee and Wi-Fi, never to a cloud you did not choose.',
      seller: 'volta',
      sku: 'VE-BULB-9',
      price: 1990,
      stock: 160,
    },
    {
      slug: 'beeswax-candles',
      name: 'Beeswax candles',
      description: 'Six dipped candles of pure beeswax, 24 cm, each good for eight hours and a room that smells of honey.',
      seller: 'finca',
      sku: 'FR-CANDLE-6',
      price: 1750,
      stock: 80,
      es: { name: 'Velas de cera de abeja', description: 'Seis velas de cera pura de abeja, 24 cm, ocho horas cada una.' },
    },
    {
      slug: 'solar-path-lights',
      name: 'Solar path lights',
      description: 'Four stakes with a motion sensor. The cells are standard NiMH, so they outlive their first batteries.',
      seller: 'volta',
      sku: 'VE-SOLAR-4',
      price: 4500,
      stock: 52,
    },
  ]),

  ...inCategory('electronics', [
    {
      slug: 'repairable-headphones',
      name: 'Repairable headphones',
      description: 'Closed over-ear headphones held together by six screws. Every part has a number and is in our shop.',
      seller: 'volta',
      sku: 'VE-HEAD-1',
      price: 14900,
      stock: 40,
      es: {
        name: 'Auriculares reparables',
        description: 'Auriculares cerrados unidos por seis tornillos. Cada pieza tiene número y está en nuestra tienda.',
      },
    },
    {
      slug: 'precision-screwdriver-set',
      name: 'Precision screwdriver set',
      description: 'Forty-two bits, a spinning cap and a magnetiser in a walnut box. The ones we use ourselves.',
      seller: 'volta',
      sku: 'VE-DRIVER-42',
      price: 3900,
      stock: 88,
      es: {
        name: 'Juego de destornilladores de precisión',
        description: 'Cuarenta y dos puntas, cabezal giratorio e imantador en una caja de nogal.',
      },
    },
    {
      slug: 'pocket-radio-kit',
      name: 'Pocket radio kit',
      description: 'Solder your own FM radio in an afternoon: 31 through-hole parts, a walnut case and a patient manual.',
      seller: 'volta',
      sku: 'VE-KIT-FM',
      price: 3300,
      stock: 57,
    },
    {
      slug: 'usb-c-bench-supply',
      name: 'USB-C bench supply',
      description: 'Turns a laptop charger into an adjustable 3–20 V, 5 A supply with a readable display and a real off switch.',
      seller: 'volta',
      sku: 'VE-BENCH-100',
      price: 5600,
      stock: 36,
    },
    {
      slug: 'e-paper-calendar',
      name: 'E-paper calendar',
      description: 'Shows the week from any CalDAV server on seven inches of e-paper; charges twice a year. Oak frame by Nordic Timber.',
      seller: 'volta',
      sku: 'VE-PAPER-7',
      price: 12900,
      stock: 14,
    },
    {
      slug: 'battery-refurbishing-kit',
      name: 'Battery refurbishing kit',
      description: 'Ten matched 18650 cells, nickel strip and a guide for bringing an old drill or e-bike pack back to life.',
      seller: 'volta',
      sku: 'VE-CELL-10',
      price: 6800,
      stock: 23,
    },
  ]),

  ...inCategory('crafts', [
    {
      slug: 'linen-workshop-apron',
      name: 'Linen workshop apron',
      description: 'Heavy washed linen with crossed straps and a loop for a towel, dyed in our own vats. No two are quite the same.',
      seller: 'finca',
      sku: 'FR-APRON-NAT-S',
      price: 5400,
      stock: 12,
      es: {
        name: 'Delantal de taller de lino',
        description: 'Lino lavado y grueso con tirantes cruzados y una trabilla para el trapo, teñido en nuestras cubas.',
      },
      options: [
        {
          name: 'Colour',
          es: 'Color',
          values: [
            { name: 'Natural', es: 'Natural', colour: '#d9cdb8' },
            { name: 'Indigo', es: 'Añil', colour: '#2e3a6e' },
            { name: 'Madder', es: 'Rubia', colour: '#8b2a2a' },
          ],
        },
        {
          name: 'Size',
          es: 'Talla',
          values: [
            { name: 'S', es: 'S' },
            { name: 'M', es: 'M' },
            { name: 'L', es: 'L' },
          ],
        },
      ],
      first: { values: ['Natural', 'S'], dollars: 5900, weightGrams: 480 },
      more: [
        { sku: 'FR-APRON-NAT-M', values: ['Natural', 'M'], price: 5400, dollars: 5900, weightGrams: 520, stock: 20 },
        { sku: 'FR-APRON-NAT-L', values: ['Natural', 'L'], price: 5600, dollars: 6100, weightGrams: 560, stock: 9 },
        { sku: 'FR-APRON-IND-S', values: ['Indigo', 'S'], price: 6200, dollars: 6800, weightGrams: 480, stock: 7 },
        { sku: 'FR-APRON-IND-M', values: ['Indigo', 'M'], price: 6200, dollars: 6800, weightGrams: 520, stock: 0 },
        { sku: 'FR-APRON-IND-L', values: ['Indigo', 'L'], price: 6400, dollars: 7000, weightGrams: 560, stock: 4 },
        { sku: 'FR-APRON-MAD-S', values: ['Madder', 'S'], price: 4900, before: 6200, dollars: 5400, weightGrams: 480, stock: 3 },
        { sku: 'FR-APRON-MAD-M', values: ['Madder', 'M'], price: 4900, before: 6200, dollars: 5400, weightGrams: 520, stock: 5 },
        { sku: 'FR-APRON-MAD-L', values: ['Madder', 'L'], price: 5100, before: 6400, dollars: 5600, weightGrams: 560, stock: 2 },
      ],
    },
  ]),
];
