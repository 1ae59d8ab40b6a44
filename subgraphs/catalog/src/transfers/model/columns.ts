/** How a column is written in JSON Lines; in CSV everything is text. */
export type CellKind = 'TEXT' | 'WHOLE' | 'BOOLEAN' | 'LIST';

interface Column {
  readonly kind: CellKind;
  /** Of the product: said in its first line, and left empty in the others. */
  readonly ofProduct: boolean;
  /** What it holds, for who fills it in. */
  readonly about: string;
}

const ofProduct = (kind: CellKind, about: string): Column => ({ kind, ofProduct: true, about });
const ofVariant = (kind: CellKind, about: string): Column => ({ kind, ofProduct: false, about });

/** The columns of a file with products, in the order of an export. */
export const COLUMNS = {
  handle: ofVariant('TEXT', 'What the lines of one product have in common, and no other line; the slug in an export. Required.'),
  sku: ofVariant('TEXT', "The variant's code, by which it is found again. Required."),
  name: ofProduct('TEXT', 'Name of the product. Required for a new one.'),
  description: ofProduct('TEXT', 'Description. Required for a new one.'),
  locale: ofProduct(
    'TEXT',
    "Language of both, such as `es-CO`; the seller's where it is empty. It stays as it was when the product was made.",
  ),
  category: ofProduct('TEXT', 'Slug of the category. Required for a new one.'),
  tags: ofProduct('LIST', 'Key words, with `|` between them.'),
  tax_class: ofProduct(
    'TEXT',
    '`STANDARD`, `REDUCED`, `SUPER_REDUCED`, `ZERO` or `EXEMPT`; `STANDARD` where nothing is said of a new one.',
  ),
  pictures: ofProduct('LIST', "Ids of the seller's own files, in order, with `|` between them."),
  option1_name: ofProduct('TEXT', 'What the variants differ in, such as Size; empty where there is one variant.'),
  option1_value: ofVariant('TEXT', 'The value of this variant, such as XL.'),
  option2_name: ofProduct('TEXT', 'A second option.'),
  option2_value: ofVariant('TEXT', 'Its value.'),
  option3_name: ofProduct('TEXT', 'A third option.'),
  option3_value: ofVariant('TEXT', 'Its value.'),
  currency: ofProduct('TEXT', "The product's own currency, such as `COP`. Required for a new one; it stays."),
  price: ofVariant('TEXT', "Price in the product's own currency, such as `12.50`. Required for a new variant."),
  compare_at_price: ofVariant('TEXT', 'What it cost before a reduction.'),
  barcode: ofVariant('TEXT', 'GTIN.'),
  weight_grams: ofVariant('WHOLE', 'Weight in grams.'),
  is_digital: ofVariant('BOOLEAN', 'Whether nothing is shipped: `true` or `false`.'),
  is_enabled: ofVariant('BOOLEAN', 'Whether it is offered: `true` or `false`.'),
  picture: ofVariant('TEXT', 'Which of the pictures shows this variant.'),
  stock: ofVariant('WHOLE', 'Units on hand at the default location; where it is empty they stay.'),
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

/** Columns of which there may be several, each with what stands behind the colon. */
export const FAMILIES = {
  name: ofProduct('TEXT', 'Name in another language: `name:pt-BR`. Empty for none.'),
  description: ofProduct('TEXT', 'Description in that language: `description:pt-BR`; the original one is shown where it is empty.'),
  price: ofVariant('TEXT', 'Price in another currency: `price:USD`.'),
  compare_at_price: ofVariant('TEXT', 'What it cost in that currency before a reduction: `compare_at_price:USD`.'),
  stock: ofVariant('WHOLE', 'Units on hand at another location, by its name or id: `stock:Barn`.'),
  attribute: ofProduct(
    'TEXT',
    'What the product tells, by the key of the attribute: `attribute:material`; several choices with `|` between them.',
  ),
} as const satisfies Readonly<Record<string, Column>>;

/** In a file of wrong lines: why they are wrong. An import passes over it. */
export const WHY = 'error';

export const OPTION_COLUMNS = [1, 2, 3] as const;

export type Family = keyof typeof FAMILIES;

/** `price:USD` → its family, and `USD`. */
export interface FamilyColumn {
  readonly family: Family;
  readonly of: string;
}

export function familyColumn(name: string): FamilyColumn | null {
  const colon = name.indexOf(':');
  const family = colon === -1 ? '' : name.slice(0, colon);
  return isFamily(family) ? { family, of: name.slice(colon + 1) } : null;
}

export function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(COLUMNS, name);
}

/** As columns are called: small letters, but what stands behind a colon as it is. */
export function columnCalled(header: string): string {
  const name = header.normalize('NFC').trim();
  const colon = name.indexOf(':');
  if (colon === -1) return name.toLowerCase();
  return `${name.slice(0, colon).trim().toLowerCase()}:${name.slice(colon + 1).trim()}`;
}

export function columnOf(name: string): Column | null {
  if (isColumn(name)) return COLUMNS[name];
  const found = familyColumn(name);
  return found && FAMILIES[found.family];
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(FAMILIES, name);
}
