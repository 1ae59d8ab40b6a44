import { newRow } from '@agora/platform/database/new-row';
import type { AttributeDefinition } from '../attributes/model/attribute-definition.ts';
import { fittingValues, type GivenAttribute } from '../products/commands/fitting-values.ts';
import { ProductAttribute } from '../products/model/product-attribute.ts';
import type { Product } from '../products/model/product.ts';

const one = (material: string) => ({ material: [material] });

type Value = string | number | boolean | readonly string[];

/** What the products of the demo tell, by the key of the attribute: no more than their description does. */
const FACTS: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  'stoneware-bowl-set': { ...one('stoneware'), capacity: 600, pieces: 4, dishwasher_safe: true, oven_safe: true },
  'espresso-cup-pair': { ...one('stoneware'), capacity: 80, pieces: 2 },
  'moon-vase': { ...one('stoneware'), height: 22 },
  'salt-cellar-with-lid': one('stoneware'),
  'serving-platter-oval': { ...one('stoneware'), length: 38 },
  'cazuela-de-barro': { ...one('clay'), diameter: 24, dishwasher_safe: false, oven_safe: true },
  'pottery-starter-kit': { ...one('stoneware'), weight: 5000, skill_level: ['beginner'] },
  'glaze-sampler': { pieces: 6 },
  'natural-dye-set': { pieces: 3, skill_level: ['intermediate'] },
  'merino-yarn-undyed': { ...one('wool'), weight: 100, length: 32000 },
  'carving-knife-set': { material: ['carbon-steel', 'ash'], pieces: 2, skill_level: ['beginner'] },
  'chair-weaving-cord': { ...one('paper'), length: 40000 },
  'linen-workshop-apron': one('linen'),
  'cafe-de-altura': { weight: 500, variety: 'Arabica' },
  'miel-de-romero': { weight: 450 },
  'aceite-de-oliva-temprano': { capacity: 500, variety: 'Picual', harvested: '2026-10-12' },
  'smoked-paprika': { weight: 75 },
  'heirloom-beans': { weight: 1000, harvested: '2026-09-20' },
  'quince-paste': { weight: 300 },
  'balcony-tomato-seeds': { pieces: 30 },
  'worm-compost-5l': { capacity: 5000 },
  'terracotta-pot-trio': { ...one('terracotta'), pieces: 3 },
  'ash-plant-stand': { ...one('ash'), needs_assembly: true },
  'soil-moisture-sensor': { powered_by: ['battery'] },
  'oak-bird-feeder': one('oak'),
  'beehive-starter-frame': { ...one('pine'), pieces: 10 },
  'hen-feed-organic': { weight: 10000, organic: true },
  'stoneware-dog-bowl': { ...one('stoneware'), capacity: 1200, weight: 2000 },
  'cat-wall-shelf': one('ash'),
  'aquarium-light-timer': { power: 60 },
  'oak-side-table': { ...one('oak'), height: 52, diameter: 40, needs_assembly: false },
  'ash-dining-chair': { ...one('ash'), weight: 3900 },
  'wall-shelf-long': { ...one('oak'), length: 120, needs_assembly: true },
  'folding-work-bench': one('beech'),
  'kids-step-stool': { ...one('ash'), height: 30 },
  'linen-press-cabinet': one('oak'),
  'porcelain-pendant-lamp': { ...one('porcelain'), diameter: 18, socket: ['e27'], power: 15, powered_by: ['mains'] },
  'oak-floor-lamp': { material: ['oak', 'linen'], height: 148, dimmable: true, powered_by: ['mains'] },
  'clip-reading-light': { colour_temperature: 2700, dimmable: true, powered_by: ['battery', 'usb-c'] },
  'smart-bulb-open': { socket: ['e27'], power: 9, dimmable: true, powered_by: ['mains'], connectivity: ['zigbee', 'wi-fi'] },
  'beeswax-candles': { ...one('beeswax'), height: 24, pieces: 6 },
  'solar-path-lights': { pieces: 4, powered_by: ['sun', 'battery'] },
  'precision-screwdriver-set': { ...one('walnut'), pieces: 42 },
  'pocket-radio-kit': { ...one('walnut'), pieces: 31, connectivity: ['fm'], skill_level: ['beginner'], needs_assembly: true },
  'usb-c-bench-supply': { powered_by: ['usb-c'] },
  'e-paper-calendar': { ...one('oak'), powered_by: ['battery'] },
  'battery-refurbishing-kit': { pieces: 10, skill_level: ['advanced'] },
};

/** What these products tell. */
export function demoFacts(products: readonly Product[], definitions: ReadonlyMap<string, AttributeDefinition>): ProductAttribute[] {
  return products.flatMap((product) => {
    const given = Object.entries(FACTS[product.slug] ?? {}).map(([key, value]) => attribute(key, value, definitions));
    return fittingValues(given, [...definitions.values()]).map(({ definitionId, ...value }) => {
      const definition = [...definitions.values()].find(({ id }) => id === definitionId);
      if (!definition) throw new Error(`${product.slug} tells what is not there.`);
      return newRow(ProductAttribute, { product, definition, ...value });
    });
  });
}

function attribute(key: string, value: Value, definitions: ReadonlyMap<string, AttributeDefinition>): GivenAttribute {
  if (typeof value === 'boolean') return { key, boolean: value };
  if (typeof value === 'number') return { key, number: String(value) };
  if (typeof value !== 'string') return { key, choices: value };
  return definitions.get(key)?.kind === 'DATE' ? { key, date: value } : { key, text: value };
}
