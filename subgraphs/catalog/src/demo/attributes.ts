import { newRow } from '@agora/platform/database/new-row';
import { demoId } from '@agora/schema/demo/ids';
import { AttributeDefinition, type AttributeKind } from '../attributes/model/attribute-definition.ts';
import { CategoryAttribute } from '../categories/model/category-attribute.ts';
import type { Category } from '../categories/model/category.ts';

type Names = readonly [en: string, es: string, pt: string];

interface Facts {
  readonly kind: AttributeKind;
  readonly names: Names;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, Names>>;
}

const ATTRIBUTES: Readonly<Record<string, Facts>> = {
  material: {
    kind: 'CHOICES',
    names: ['Material', 'Material', 'Material'],
    choices: {
      stoneware: ['Stoneware', 'Gres', 'Grés'],
      porcelain: ['Porcelain', 'Porcelana', 'Porcelana'],
      terracotta: ['Terracotta', 'Terracota', 'Terracota'],
      clay: ['Glazed clay', 'Barro vidriado', 'Barro vidrado'],
      oak: ['Oak', 'Roble', 'Carvalho'],
      ash: ['Ash', 'Fresno', 'Freixo'],
      beech: ['Beech', 'Haya', 'Faia'],
      pine: ['Pine', 'Pino', 'Pinho'],
      walnut: ['Walnut', 'Nogal', 'Nogueira'],
      linen: ['Linen', 'Lino', 'Linho'],
      wool: ['Wool', 'Lana', 'Lã'],
      paper: ['Paper', 'Papel', 'Papel'],
      'carbon-steel': ['Carbon steel', 'Acero al carbono', 'Aço carbono'],
      beeswax: ['Beeswax', 'Cera de abeja', 'Cera de abelha'],
    },
  },
  height: { kind: 'NUMBER', unit: 'cm', names: ['Height', 'Alto', 'Altura'] },
  length: { kind: 'NUMBER', unit: 'cm', names: ['Length', 'Largo', 'Comprimento'] },
  diameter: { kind: 'NUMBER', unit: 'cm', names: ['Diameter', 'Diámetro', 'Diâmetro'] },
  capacity: { kind: 'NUMBER', unit: 'ml', names: ['Capacity', 'Capacidad', 'Capacidade'] },
  weight: { kind: 'NUMBER', unit: 'g', names: ['Net weight', 'Peso neto', 'Peso líquido'] },
  pieces: { kind: 'NUMBER', names: ['Pieces', 'Piezas', 'Peças'] },
  dishwasher_safe: { kind: 'BOOLEAN', names: ['Dishwasher safe', 'Apto para lavavajillas', 'Pode ir à lava-louças'] },
  oven_safe: { kind: 'BOOLEAN', names: ['Oven safe', 'Apto para horno', 'Pode ir ao forno'] },
  variety: { kind: 'TEXT', names: ['Variety', 'Variedad', 'Variedade'] },
  harvested: { kind: 'DATE', names: ['Harvested', 'Cosecha', 'Colheita'] },
  organic: { kind: 'BOOLEAN', names: ['Organic', 'Ecológico', 'Orgânico'] },
  needs_assembly: { kind: 'BOOLEAN', names: ['Needs assembly', 'Requiere montaje', 'Precisa de montagem'] },
  power: { kind: 'NUMBER', unit: 'W', names: ['Power, at most', 'Potencia máxima', 'Potência máxima'] },
  colour_temperature: { kind: 'NUMBER', unit: 'K', names: ['Colour temperature', 'Temperatura de color', 'Temperatura de cor'] },
  socket: {
    kind: 'CHOICE',
    names: ['Socket', 'Casquillo', 'Soquete'],
    choices: { e27: ['E27', 'E27', 'E27'], e14: ['E14', 'E14', 'E14'], gu10: ['GU10', 'GU10', 'GU10'] },
  },
  dimmable: { kind: 'BOOLEAN', names: ['Dimmable', 'Regulable', 'Com regulagem de intensidade'] },
  powered_by: {
    kind: 'CHOICES',
    names: ['Powered by', 'Alimentación', 'Alimentação'],
    choices: {
      mains: ['Mains', 'Red eléctrica', 'Rede elétrica'],
      battery: ['Battery', 'Batería', 'Bateria'],
      'usb-c': ['USB-C', 'USB-C', 'USB-C'],
      sun: ['Sun', 'Sol', 'Sol'],
    },
  },
  connectivity: {
    kind: 'CHOICES',
    names: ['Connectivity', 'Conectividad', 'Conectividade'],
    choices: { zigbee: ['Zigbee', 'Zigbee', 'Zigbee'], 'wi-fi': ['Wi-Fi', 'Wi-Fi', 'Wi-Fi'], fm: ['FM radio', 'Radio FM', 'Rádio FM'] },
  },
  skill_level: {
    kind: 'CHOICE',
    names: ['Skill level', 'Nivel', 'Nível'],
    choices: {
      beginner: ['Beginner', 'Principiante', 'Iniciante'],
      intermediate: ['Intermediate', 'Intermedio', 'Intermediário'],
      advanced: ['Advanced', 'Avanzado', 'Avançado'],
    },
  },
};

/** What each category asks for; an attribute with an exclamation mark has to be told. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  ceramics: ['material', 'height', 'length', 'diameter', 'capacity', 'pieces', 'dishwasher_safe', 'oven_safe'],
  tableware: ['material!'],
  vases: ['material!', 'height!'],
  crafts: ['material', 'weight', 'length', 'pieces', 'skill_level'],
  food: ['weight', 'capacity', 'variety', 'harvested', 'organic'],
  garden: ['material', 'variety', 'capacity', 'pieces', 'powered_by', 'needs_assembly'],
  animals: ['material', 'capacity', 'weight', 'pieces', 'organic', 'power'],
  furniture: ['material', 'height', 'length', 'diameter', 'weight', 'needs_assembly'],
  tables: ['material!'],
  seating: ['material!'],
  storage: ['material!'],
  lighting: ['material', 'power', 'socket', 'colour_temperature', 'dimmable', 'powered_by', 'connectivity', 'height', 'diameter', 'pieces'],
  electronics: ['material', 'powered_by', 'connectivity', 'pieces', 'skill_level', 'needs_assembly'],
};

/** The attributes of the demo, by key. */
export function demoAttributes(): Map<string, AttributeDefinition> {
  return new Map(
    Object.entries(ATTRIBUTES).map(([key, { kind, names, unit = null, choices = {} }]) => [
      key,
      AttributeDefinition.of({
        id: demoId('atd', key),
        key,
        kind,
        names: labels(names),
        unit,
        choices: Object.entries(choices).map(([value, of]) => ({ value, labels: labels(of) })),
        isFilterable: kind !== 'TEXT',
      }),
    ]),
  );
}

/** Which category asks for which of them. */
export function demoAsked(
  categories: ReadonlyMap<string, Category>,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): CategoryAttribute[] {
  return Object.entries(ASKED).flatMap(([slug, asked]) =>
    asked.map((told, position) => {
      const [category, definition] = [categories.get(slug), definitions.get(told.replace('!', ''))];
      if (!category || !definition) throw new Error(`The demo asks for "${told}" in "${slug}"; one of them is not there.`);
      return newRow(CategoryAttribute, { category, definition, isRequired: told.endsWith('!'), position });
    }),
  );
}

function labels([en, es, pt]: Names) {
  return [
    { locale: 'en', text: en },
    { locale: 'es', text: es },
    { locale: 'pt', text: pt },
  ];
}
