/** A word in the languages that sellers write. */
export interface Word {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

/** What is sold in a category, and what of: every thing comes in every material. */
export interface Trade {
  /** Slug of the category. */
  readonly category: string;
  /** Euro cents that half of it costs less than. */
  readonly medianPrice: number;
  readonly things: readonly Word[];
  readonly materials: readonly Word[];
}

const word = (text: string): Word => {
  const [en = '', es = '', pt = ''] = text.split(' | ');
  return { en, es, pt };
};
const words = (...texts: readonly string[]) => texts.map(word);

export const TRADES: readonly Trade[] = [
  {
    category: 'ceramics',
    medianPrice: 3400,
    things: words(
      'bowl | cuenco | tigela', 'plate | plato | prato', 'mug | taza | caneca', 'vase | jarrón | vaso', 'teapot | tetera | bule',
      'pitcher | jarra | jarra', 'casserole | cazuela | caçarola', 'planter | macetero | cachepô', 'tile set | juego de azulejos | conjunto de azulejos',
      'butter dish | mantequera | manteigueira', 'salad bowl | ensaladera | saladeira', 'candle holder | portavelas | castiçal',
    ),
    materials: words('stoneware | gres | grés', 'porcelain | porcelana | porcelana', 'terracotta | terracota | terracota', 'raku | rakú | raku', 'majolica | mayólica | majólica', 'black clay | barro negro | barro preto'),
  },
  {
    category: 'crafts',
    medianPrice: 2600,
    things: words(
      'scarf | bufanda | cachecol', 'basket | cesta | cesto', 'notebook | cuaderno | caderno', 'bag | bolso | bolsa', 'purse | monedero | porta-moedas',
      'blanket | manta | manta', 'cushion | cojín | almofada', 'wall hanging | tapiz | tapeçaria', 'belt | cinturón | cinto', 'yarn set | juego de ovillos | conjunto de novelos',
      'embroidery kit | kit de bordado | kit de bordado', 'necklace | collar | colar',
    ),
    materials: words('wool | lana | lã', 'linen | lino | linho', 'leather | cuero | couro', 'cotton | algodón | algodão', 'felt | fieltro | feltro', 'raffia | rafia | ráfia'),
  },
  {
    category: 'food',
    medianPrice: 1400,
    things: words(
      'honey | miel | mel', 'jam | mermelada | geleia', 'chocolate | chocolate | chocolate', 'tea | infusión | chá', 'cookies | galletas | biscoitos', 'liqueur | licor | licor', 'cake | bizcocho | bolo', 'sauce | salsa | molho',
    ),
    materials: words('orange | naranja | laranja', 'almond | almendra | amêndoa', 'rosemary | romero | alecrim', 'quince | membrillo | marmelo', 'fig | higo | figo', 'chilli | guindilla | pimenta'),
  },
  {
    category: 'food',
    medianPrice: 1700,
    things: words('coffee | café | café', 'olive oil | aceite de oliva | azeite', 'cheese | queso | queijo', 'cured sausage | chorizo curado | chouriço curado', 'flour | harina | farinha', 'beans | alubias | feijão'),
    materials: words('mountain | montaña | montanha', 'small farm | finca pequeña | sítio pequeno', 'early harvest | cosecha temprana | colheita precoce', 'organic farming | cultivo ecológico | cultivo orgânico'),
  },
  {
    category: 'garden',
    medianPrice: 2400,
    things: words(
      'trowel | paleta | pazinha', 'watering can | regadera | regador', 'bird house | casa de pájaros | casa de passarinho', 'garden bench | banco de jardín | banco de jardim', 'trellis | celosía | treliça',
      'rake | rastrillo | ancinho', 'planter | jardinera | jardineira', 'plant stand | soporte para plantas | suporte para plantas',
    ),
    materials: words('steel | acero | aço', 'cedar | cedro | cedro', 'copper | cobre | cobre', 'bamboo | bambú | bambu', 'zinc | zinc | zinco', 'recycled plastic | plástico reciclado | plástico reciclado'),
  },
  {
    category: 'garden',
    medianPrice: 600,
    things: words('seeds | semillas | sementes', 'seedlings | plantones | mudas', 'growing kit | kit de cultivo | kit de cultivo', 'seed balls | bolas de semillas | bolas de sementes'),
    materials: words('tomato | tomate | tomate', 'basil | albahaca | manjericão', 'lavender | lavanda | lavanda', 'wildflower | flores silvestres | flores silvestres', 'pepper | pimiento | pimentão', 'strawberry | fresa | morango'),
  },
  {
    category: 'animals',
    medianPrice: 2800,
    things: words(
      'dog bed | cama para perro | cama para cachorro', 'cat tree | rascador para gato | arranhador para gato', 'leash | correa | guia', 'dog toy | juguete para perro | brinquedo para cachorro', 'carrier | transportín | caixa de transporte',
      'saddle pad | sudadero | manta de sela', 'cat cave | cueva para gato | toca para gato', 'bird perch | percha para pájaros | poleiro',
    ),
    materials: words('hemp | cáñamo | cânhamo', 'ash wood | madera de fresno | madeira de freixo', 'leather | cuero | couro', 'wicker | mimbre | vime', 'rubber | caucho | borracha', 'wool felt | fieltro de lana | feltro de lã'),
  },
  {
    category: 'furniture',
    medianPrice: 18_500,
    things: words(
      'chair | silla | cadeira', 'dining table | mesa de comedor | mesa de jantar', 'bookshelf | estantería | estante', 'stool | taburete | banco', 'wardrobe | armario | armário',
      'bed frame | cama | cama', 'desk | escritorio | escrivaninha', 'sideboard | aparador | aparador', 'coat rack | perchero | cabideiro', 'sofa | sofá | sofá',
      'bedside table | mesita de noche | criado-mudo', 'cradle | cuna | berço',
    ),
    materials: words('oak | roble | carvalho', 'walnut | nogal | nogueira', 'pine | pino | pinho', 'beech | haya | faia', 'cherry | cerezo | cerejeira', 'rattan | ratán | rattan'),
  },
  {
    category: 'lighting',
    medianPrice: 7600,
    things: words(
      'floor lamp | lámpara de pie | luminária de piso', 'pendant lamp | lámpara colgante | pendente', 'table lamp | lámpara de mesa | abajur', 'wall light | aplique | arandela', 'lantern | farol | lanterna',
      'chandelier | araña | lustre', 'reading light | luz de lectura | luz de leitura', 'string lights | guirnalda de luces | varal de luzes', 'lampshade | pantalla de lámpara | cúpula de abajur',
      'spotlight | foco | spot', 'night light | luz de noche | luz noturna',
    ),
    materials: words('brass | latón | latão', 'paper | papel | papel', 'glass | vidrio | vidro', 'oak | roble | carvalho', 'linen | lino | linho', 'concrete | hormigón | concreto'),
  },
  {
    category: 'electronics',
    medianPrice: 9800,
    things: words(
      'headphones | auriculares | fones de ouvido', 'speaker | altavoz | alto-falante', 'keyboard | teclado | teclado', 'radio | radio | rádio', 'clock | reloj | relógio', 'weather station | estación meteorológica | estação meteorológica',
      'turntable | tocadiscos | toca-discos', 'camera case | funda de cámara | capa de câmera', 'laptop stand | soporte de portátil | suporte de notebook', 'phone dock | base para móvil | base para celular',
    ),
    materials: words('aluminium | aluminio | alumínio', 'bamboo | bambú | bambu', 'walnut | nogal | nogueira', 'recycled plastic | plástico reciclado | plástico reciclado', 'oak | roble | carvalho', 'cork | corcho | cortiça'),
  },
]; // prettier-ignore

/** How each language puts a thing, its material and the maker's series together. */
export const NAMED = {
  en: (thing: string, material: string, series: string) => capital(`${series} ${material} ${thing}`),
  es: (thing: string, material: string, series: string) => capital(`${thing} de ${material} ${series}`),
  pt: (thing: string, material: string, series: string) => capital(`${thing} de ${material} ${series}`),
} as const;

/** What makers call their series. */
export const SERIES: readonly string[] = [
  'Alba', 'Alerce', 'Almudena', 'Amapola', 'Andorinha', 'Aralar', 'Arrayán', 'Aurora', 'Azahar', 'Bahía', 'Brisa', 'Calima', 'Camino', 'Candela',
  'Ceiba', 'Cierzo', 'Colibrí', 'Cordillera', 'Duero', 'Encina', 'Ermita', 'Estela', 'Faro', 'Fjord', 'Gaia', 'Galerna', 'Garúa', 'Ginesta',
  'Harbour', 'Hayedo', 'Heather', 'Helecho', 'Iguazu', 'Isla', 'Jacaranda', 'Jara', 'Kestrel', 'Lagoa', 'Laurel', 'Lince', 'Lisboa', 'Llano',
  'Loma', 'Lumbre', 'Madroño', 'Maré', 'Marisma', 'Meadow', 'Minho', 'Moncayo', 'Nevada', 'Nordic', 'Oliva', 'Orilla', 'Otoño', 'Páramo',
  'Pinar', 'Poniente', 'Quebrada', 'Ribera', 'Rocío', 'Sabina', 'Salina', 'Samba', 'Serra', 'Sierra', 'Tajo', 'Tramontana', 'Umbral', 'Valle',
  'Vega', 'Verbena', 'Willow', 'Yerba', 'Zagal', 'Zephyr',
]; // prettier-ignore

export const COLOURS = words(
  'white | blanco | branco',
  'black | negro | preto',
  'blue | azul | azul',
  'green | verde | verde',
  'red | rojo | vermelho',
  'sand | arena | areia',
);

export const SIZES: readonly string[] = ['S', 'M', 'L', 'XL'];

/** What sellers write of a thing; `%` is what it is made of. */
export const SENTENCES = words(
  'Made by hand in a small workshop, one at a time. | Hecho a mano en un taller pequeño, de uno en uno. | Feito à mão em uma oficina pequena, um de cada vez.',
  'We use % that we choose ourselves. | Usamos % que elegimos nosotros mismos. | Usamos % que nós mesmos escolhemos.',
  'It can be repaired, and we keep the parts. | Se puede reparar, y guardamos las piezas. | Pode ser consertado, e guardamos as peças.',
  'Ships within three days, packed without plastic. | Se envía en tres días, embalado sin plástico. | Enviado em três dias, embalado sem plástico.',
  'A gift that lasts for years. | Un regalo que dura años. | Um presente que dura anos.',
  'Every piece differs a little from the picture. | Cada pieza difiere un poco de la foto. | Cada peça difere um pouco da foto.',
  'Tested for two winters before we sold the first. | Probado dos inviernos antes de vender el primero. | Testado por dois invernos antes de vendermos o primeiro.',
  'Comes with a note on how to care for it. | Viene con una nota sobre su cuidado. | Vem com um bilhete sobre os cuidados.',
);

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
