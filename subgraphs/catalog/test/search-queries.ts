import type { Wares } from './shop.ts';

/** What some sellers have beside the demo data, in the language each of them writes. */
export const MORE_WARES: readonly Wares[] = [
  { name: 'Tigela de barro artesanal', description: 'Tigela feita à mão, esmalte sem chumbo.', categorySlug: 'ceramics', sku: 'PT-TIG-01' },
  { name: 'Conjunto de tigelas pequenas', description: 'Quatro peças para a mesa do café.', categorySlug: 'ceramics', sku: 'PT-TIG-04' },
  { name: 'Botões de madrepérola', description: 'Doze botões para camisas.', categorySlug: 'crafts', sku: 'PT-BOT-12' },
  { name: 'Café em grão do Cerrado', description: 'Torra média, notas de chocolate.', categorySlug: 'food', sku: 'PT-CAF-250' },
  { name: 'Luminária de mesa em madeira', description: 'Pinho reciclado, fio de tecido.', categorySlug: 'lighting', sku: 'PT-LUM-3' },
  { name: 'Bosch cordless drill 18 V', description: 'Brushless, two batteries, blue case.', categorySlug: 'electronics', sku: 'BO-GSR18' },
  { name: 'Bosch jigsaw', description: 'Green edition for the hobby workshop.', categorySlug: 'electronics', sku: 'BO-PST700' },
  { name: 'Makita cordless drill 12 V', description: 'Light, for overhead work.', categorySlug: 'electronics', sku: 'MK-DF333' },
  { name: 'Lavender soap', description: 'Cold process, olive oil and lavender from our hill.', categorySlug: 'crafts', sku: 'SO-LAV' },
  { name: 'Watering can, 5 litres', description: 'Zinc, with a brass rose.', categorySlug: 'garden', sku: 'GA-CAN-5' },
  { name: 'Watering timer', description: 'Turns the tap for you.', categorySlug: 'garden', sku: 'GA-TIM' },
  { name: 'Lápices de colores', description: 'Veinticuatro, de cedro.', categorySlug: 'crafts', sku: 'ES-LAP-24' },
  { name: 'Mochila de cuero', description: 'Cosida a mano en Ubrique.', categorySlug: 'crafts', sku: 'ES-MOC' },
  { name: 'Wooden chess set', description: 'Walnut and maple, weighted pieces.', categorySlug: 'crafts', sku: 'CH-SET-W' },
  { name: 'Kitchen apron', description: 'Linen, with a pocket for a notebook.', categorySlug: 'crafts', sku: 'KI-APR' },
];

interface ExpectedAnswer {
  readonly query: string;
  /** All of them are among the first three; none at all are found where it is empty. */
  readonly first: readonly string[];
  /** Not found at all. */
  readonly without?: readonly string[];
  /** What the words are put right to; nothing where absent. */
  readonly spelling?: string;
}

/** What a person who types this expects to see at once. */
export const QUERIES: readonly ExpectedAnswer[] = [
  // As it stands, in English.
  { query: 'stoneware bowl', first: ['stoneware-bowl-set', 'stoneware-dog-bowl'] },
  { query: 'bowl', first: ['stoneware-bowl-set', 'stoneware-dog-bowl'] },
  { query: 'oak floor lamp', first: ['oak-floor-lamp'] },
  { query: 'headphones', first: ['repairable-headphones'] },
  { query: 'dining chair', first: ['ash-dining-chair'] },
  { query: 'wall shelf', first: ['wall-shelf-long', 'cat-wall-shelf'] },
  { query: 'olive oil', first: ['aceite-de-oliva-temprano'] },
  { query: 'a lamp for reading', first: ['clip-reading-light'] },
  { query: 'Lavender SOAP', first: ['lavender-soap'] },
  { query: 'watering can', first: ['watering-can-5-litres'] },
  // In Spanish.
  { query: 'lámpara de pie', first: ['oak-floor-lamp'] },
  { query: 'cuencos de gres', first: ['stoneware-bowl-set'] },
  { query: 'silla de comedor', first: ['ash-dining-chair'] },
  { query: 'mesa auxiliar', first: ['oak-side-table'] },
  { query: 'miel', first: ['miel-de-romero'] },
  { query: 'aceite de oliva', first: ['aceite-de-oliva-temprano'] },
  { query: 'velas de cera', first: ['beeswax-candles'] },
  { query: 'auriculares', first: ['repairable-headphones'] },
  { query: 'maceta terracota', first: ['terracotta-pot-trio'] },
  { query: 'mochila', first: ['mochila-de-cuero'] },
  // In Portuguese.
  { query: 'tigela', first: ['tigela-de-barro-artesanal', 'conjunto-de-tigelas-pequenas'] },
  { query: 'café em grão', first: ['cafe-em-grao-do-cerrado'] },
  { query: 'luminária de madeira', first: ['luminaria-de-mesa-em-madeira'] },
  { query: 'botões', first: ['botoes-de-madreperola'] },
  // With and without accents.
  { query: 'lampara de pie', first: ['oak-floor-lamp'] },
  { query: 'cafe de altura', first: ['cafe-de-altura'] },
  { query: 'CAFÉ', first: ['cafe-de-altura', 'cafe-em-grao-do-cerrado'] },
  { query: 'jarron luna', first: ['moon-vase'] },
  { query: 'luminaria', first: ['luminaria-de-mesa-em-madeira'] },
  { query: 'pimenton', first: ['smoked-paprika'] },
  // Singular and plural.
  { query: 'knife', first: ['carving-knife-set'] },
  { query: 'shelves', first: ['wall-shelf-long', 'cat-wall-shelf'] },
  { query: 'lamps', first: ['oak-floor-lamp', 'porcelain-pendant-lamp'] },
  { query: 'lámparas', first: ['oak-floor-lamp', 'porcelain-pendant-lamp'] },
  { query: 'luces', first: ['clip-reading-light'] },
  { query: 'lápiz', first: ['lapices-de-colores'] },
  { query: 'botão', first: ['botoes-de-madreperola'] },
  { query: 'tigelas', first: ['conjunto-de-tigelas-pequenas', 'tigela-de-barro-artesanal'] },
  { query: 'semilla', first: ['balcony-tomato-seeds'] },
  // A wrong letter or two.
  { query: 'stonware bowl', first: ['stoneware-bowl-set', 'stoneware-dog-bowl'], spelling: 'stoneware bowl' },
  { query: 'headfones', first: ['repairable-headphones'], spelling: 'headphones' },
  { query: 'screwdirver', first: ['precision-screwdriver-set'], spelling: 'screwdriver' },
  { query: 'oka table', first: ['oak-side-table'], spelling: 'oak table' },
  { query: 'lampra de pie', first: ['oak-floor-lamp'], spelling: 'lámpara de pie' },
  { query: 'auricualres', first: ['repairable-headphones'], spelling: 'auriculares' },
  { query: 'tijela', first: ['tigela-de-barro-artesanal'], spelling: 'tigela' },
  { query: 'calender', first: ['e-paper-calendar'] },
  { query: 'porcelan lamp', first: ['porcelain-pendant-lamp'] },
  { query: 'papirka', first: ['smoked-paprika'], spelling: 'paprika' },
  { query: 'terracota pot', first: ['terracotta-pot-trio'] },
  { query: 'bacony tomatos', first: ['balcony-tomato-seeds'], spelling: 'balcony tomatos' },
  { query: 'stonewarebowl', first: ['stoneware-bowl-set'], spelling: 'stoneware bowl' },
  // Parts of words, while somebody types.
  { query: 'stonew', first: ['stoneware-bowl-set', 'stoneware-dog-bowl'] },
  { query: 'oak fl', first: ['oak-floor-lamp'] },
  { query: 'headph', first: ['repairable-headphones'] },
  { query: 'candel', first: ['beeswax-candles'], spelling: 'candles' },
  { query: 'luminár', first: ['luminaria-de-mesa-em-madeira'] },
  { query: 'e-pap', first: ['e-paper-calendar'] },
  { query: 'epaper', first: ['e-paper-calendar'] },
  { query: 'usb c', first: ['usb-c-bench-supply'] },
  // A brand, and what of it.
  { query: 'bosch', first: ['bosch-cordless-drill-18-v', 'bosch-jigsaw'] },
  { query: 'bosch drill', first: ['bosch-cordless-drill-18-v'], without: ['makita-cordless-drill-12-v'] },
  { query: 'drill 12 v makita', first: ['makita-cordless-drill-12-v'] },
  { query: 'bosch blue', first: ['bosch-cordless-drill-18-v'], without: ['bosch-jigsaw'] },
  { query: 'bocsh drill', first: ['bosch-cordless-drill-18-v'], spelling: 'bosch drill' },
  { query: 'bosh drill', first: ['bosch-cordless-drill-18-v'], spelling: 'bosch drill' },
  // Codes of sellers.
  { query: 'TL-BOWL-4', first: ['stoneware-bowl-set'] },
  { query: 'tl bowl 4', first: ['stoneware-bowl-set'] },
  { query: 'tlbowl4', first: ['stoneware-bowl-set'] },
  { query: 'BO-GSR18', first: ['bosch-cordless-drill-18-v'] },
  { query: 'PT-TIG', first: ['tigela-de-barro-artesanal', 'conjunto-de-tigelas-pequenas'] },
  // What else it is called, and in which branch it is.
  { query: 'mug', first: ['espresso-cup-pair'] },
  { query: 'bookcase', first: ['wall-shelf-long', 'cat-wall-shelf'] },
  { query: 'madeira luminária', first: ['luminaria-de-mesa-em-madeira'] },
  { query: 'ceramics vase', first: ['moon-vase'] },
  { query: 'cerámica jarrón', first: ['moon-vase'] },
  { query: 'wooden chess', first: ['wooden-chess-set'] },
  // Without, either, exactly.
  { query: 'drill -bosch', first: ['makita-cordless-drill-12-v'], without: ['bosch-cordless-drill-18-v'] },
  { query: 'shelf -cat', first: ['wall-shelf-long'], without: ['cat-wall-shelf'] },
  { query: 'watering -timer', first: ['watering-can-5-litres'], without: ['watering-timer'] },
  { query: 'honey or quince', first: ['miel-de-romero', 'quince-paste'] },
  { query: '"wall shelf"', first: ['wall-shelf-long', 'cat-wall-shelf'] },
  { query: '"shelf wall"', first: [] },
  // Nothing that anybody has.
  { query: 'xyzzyqwv', first: [] },
  { query: 'submarine periscope', first: [] },
  { query: 'oak xyzzyqwv', first: [] },
  { query: '!!!', first: [] },
];
