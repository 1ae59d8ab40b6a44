import { instantOf } from '@agora/platform/graph/instant';
import { isCurrencyCode } from '@agora/platform/money';
import type { AttributeKind } from '../../attributes/model/attribute-definition.ts';
import type { GivenAttribute } from '../../products/commands/fitting-values.ts';
import type { FileRow, RowProblem } from '../format/file-row.ts';
import { listIn } from '../format/list-cell.ts';
import { tidy } from '../format/tidy.ts';
import { columnOf, familyColumn, OPTION_COLUMNS } from '../model/columns.ts';
import { sentences } from '../sentences.ts';
import { type KnownColumns, unknownAmong } from './known-columns.ts';

/** What the lines of one product say, cell by cell; what is undefined was not said. */
export interface WantedProduct {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly locale: string | undefined;
  readonly category: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly taxClass: string | undefined;
  readonly currency: string | undefined;
  /** In other languages, by language tag. */
  readonly translations: ReadonlyMap<string, WantedTexts>;
  /** Empty for none. */
  readonly pictures: readonly string[] | undefined;
  /** Those that it tells from now on, of the columns that there are. */
  readonly attributes: readonly GivenAttribute[];
  /** The keys of those columns. */
  readonly attributeKeys: ReadonlySet<string>;
  readonly optionNames: readonly string[] | undefined;
  readonly variants: readonly WantedVariant[];
}

/** Null where a cell is empty. */
interface WantedTexts {
  readonly name: string | null | undefined;
  readonly description: string | null | undefined;
}

export interface WantedVariant {
  readonly row: number;
  readonly cells: FileRow['cells'];
  readonly sku: string;
  readonly optionValues: readonly string[];
  /** In the product's own currency under '', else by currency; null where there is to be none. */
  readonly prices: ReadonlyMap<string, WantedPrice>;
  /** Null for none. */
  readonly barcode: string | null | undefined;
  readonly weightGrams: number | null | undefined;
  readonly picture: string | null | undefined;
  readonly isDigital: boolean | undefined;
  readonly isEnabled: boolean | undefined;
  /** Units on hand; the location is null for the default one. */
  readonly stock: readonly { readonly locationId: string | null; readonly column: string; readonly units: number }[];
}

export interface WantedPrice {
  readonly amount: string | null | undefined;
  readonly compareAt: string | null | undefined;
}

/** Reads the lines of one product, and says what of them cannot be read. */
export function wantedProduct(rows: readonly FileRow[], known: KnownColumns): { wanted: WantedProduct; problems: RowProblem[] } {
  const problems = rows.flatMap((row) => row.problems);
  const [first] = rows;
  if (!first) throw new Error('A product without lines.');
  const read = new CellReader(problems);
  problems.push(...rows.flatMap(({ row, cells }) => unknownAmong(cells.keys(), row, known)));
  for (const row of rows.slice(1)) read.sameAsFirst(first, row);

  const attributeKeys = new Set([...first.cells.keys()].flatMap((column) => ofFamily(column, 'attribute') ?? []));
  const names = OPTION_COLUMNS.flatMap((number) => said(first, `option${number}_name`) ?? []);
  const currency = said(first, 'currency');
  if (currency !== undefined && !isCurrencyCode(currency)) read.report(first, 'currency', sentences.noCurrency);
  const wanted = {
    name: said(first, 'name'),
    description: said(first, 'description'),
    locale: said(first, 'locale'),
    category: said(first, 'category'),
    tags: listOf(first, 'tags'),
    taxClass: said(first, 'tax_class')?.toUpperCase(),
    currency,
    translations: translationsOf(first),
    pictures: listOf(first, 'pictures'),
    attributes: [...attributeKeys].flatMap((key) => read.attribute(first, key, known.attributes.get(key)) ?? []),
    attributeKeys,
    optionNames: names.length > 0 ? names : undefined,
    variants: rows.map((row) => read.variant(row, known)),
  };
  return { wanted, problems };
}

const WORDS = new Map([
  ...['true', 'yes', '1', 'verdadero', 'sí', 'si', 'verdadeiro', 'sim'].map((word) => [word, true] as const),
  ...['false', 'no', '0', 'falso', 'não', 'nao'].map((word) => [word, false] as const),
]);

class CellReader {
  readonly #problems: RowProblem[];

  constructor(problems: RowProblem[]) {
    this.#problems = problems;
  }

  report(
    { row, cells }: Pick<FileRow, 'row' | 'cells'>,
    column: string,
    message: RowProblem['message'],
    code: RowProblem['code'] = 'INVALID',
  ): void {
    this.#problems.push({ row, column, value: shown(cells.get(column)), code, message });
  }

  /** What is said of a product again has to be the same. */
  sameAsFirst(first: FileRow, other: FileRow): void {
    for (const [column, cell] of other.cells) {
      if (!columnOf(column)?.ofProduct || cell.trim() === '') continue;
      if (tidy(cell) !== tidy(first.cells.get(column) ?? '')) this.report(other, column, sentences.otherThanFirst);
    }
  }

  variant(row: FileRow, known: KnownColumns): WantedVariant {
    const sku = said(row, 'sku');
    if (sku === undefined && row.problems.length === 0) this.report(row, 'sku', sentences.missing, 'REQUIRED');
    return {
      row: row.row,
      cells: row.cells,
      sku: sku ?? '',
      optionValues: OPTION_COLUMNS.flatMap((number) => said(row, `option${number}_value`) ?? []),
      prices: this.#prices(row),
      barcode: cleared(row, 'barcode'),
      weightGrams: this.#whole(row, 'weight_grams', null),
      picture: cleared(row, 'picture'),
      isDigital: this.#boolean(row, 'is_digital'),
      isEnabled: this.#boolean(row, 'is_enabled'),
      stock: this.#stock(row, known),
    };
  }

  attribute(row: FileRow, key: string, kind: AttributeKind | undefined): GivenAttribute | undefined {
    const column = `attribute:${key}`;
    const value = said(row, column);
    if (value === undefined || kind === undefined) return undefined;
    if (kind === 'TEXT') return { key, text: value };
    if (kind === 'CHOICE' || kind === 'CHOICES') return { key, choices: listIn(value) };
    if (kind === 'BOOLEAN') return { key, boolean: this.#boolean(row, column) };
    if (kind === 'DATE') {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value) && instantOf(`${value}T00:00:00Z`) !== null) return { key, date: value };
      this.report(row, column, sentences.noDay);
      return undefined;
    }
    const number = pointed(value);
    if (/^-?\d{1,15}(\.\d{1,9})?$/.test(number)) return { key, number };
    this.report(row, column, sentences.noNumber);
    return undefined;
  }

  #prices(row: FileRow): Map<string, WantedPrice> {
    const prices = new Map<string, WantedPrice>();
    const note = (currency: string, price: Partial<WantedPrice>) =>
      prices.set(currency, { ...(prices.get(currency) ?? { amount: undefined, compareAt: undefined }), ...price });
    for (const [column, cell] of row.cells) {
      const text = cell.trim();
      const amount = text === '' ? null : pointed(text);
      if (column === 'price' && amount !== null) note('', { amount });
      if (column === 'compare_at_price') note('', { compareAt: amount });
      const price = ofFamily(column, 'price');
      if (price !== undefined) note(price, { amount });
      const before = ofFamily(column, 'compare_at_price');
      if (before !== undefined) note(before, { compareAt: amount });
    }
    for (const [currency, { amount, compareAt }] of prices) {
      if (currency !== '' && amount == null && compareAt != null) this.report(row, `compare_at_price:${currency}`, sentences.noPriceBeside);
    }
    return prices;
  }

  #stock(row: FileRow, { locations }: KnownColumns): WantedVariant['stock'] {
    return [...row.cells.keys()].flatMap((column) => {
      const name = ofFamily(column, 'stock');
      if (column !== 'stock' && name === undefined) return [];
      const units = this.#whole(row, column, undefined);
      const locationId = name === undefined ? null : locations.get(name);
      return units == null || locationId === undefined ? [] : [{ locationId, column, units }];
    });
  }

  /** `empty` where nothing stands there. */
  #whole<Empty extends null | undefined>(row: FileRow, column: string, empty: Empty): number | Empty | undefined {
    const cell = row.cells.get(column)?.trim();
    if (cell === undefined) return undefined;
    if (cell === '') return empty;
    if (/^\d{1,9}$/.test(cell)) return Number(cell);
    this.report(row, column, sentences.noWholeNumber);
    return undefined;
  }

  #boolean(row: FileRow, column: string): boolean | undefined {
    const cell = said(row, column);
    if (cell === undefined) return undefined;
    const value = WORDS.get(cell.toLowerCase());
    if (value === undefined) this.report(row, column, sentences.noYesOrNo);
    return value;
  }
}

/** What stands there; undefined where nothing does. */
function said({ cells }: Pick<FileRow, 'cells'>, column: string): string | undefined {
  const cell = cells.get(column)?.trim().normalize('NFC');
  return cell === '' ? undefined : cell;
}

/** The same, null where a cell is empty. */
function cleared({ cells }: Pick<FileRow, 'cells'>, column: string): string | null | undefined {
  const cell = cells.get(column)?.trim();
  return cell === '' ? null : cell;
}

function listOf({ cells }: Pick<FileRow, 'cells'>, column: string): string[] | undefined {
  const cell = cells.get(column);
  return cell === undefined ? undefined : listIn(cell);
}

function translationsOf(row: FileRow): Map<string, WantedTexts> {
  const tags = [...row.cells.keys()].flatMap((column) => ofFamily(column, 'name') ?? ofFamily(column, 'description') ?? []);
  return new Map(tags.map((tag) => [tag, { name: cleared(row, `name:${tag}`), description: cleared(row, `description:${tag}`) }]));
}

function ofFamily(column: string, family: string): string | undefined {
  const found = familyColumn(column);
  return found?.family === family ? found.of : undefined;
}

/** `12,5` → `12.5`; a comma before three digits may stand between thousands, and stays. */
function pointed(amount: string): string {
  return /^-?\d+,\d{1,2}$/.test(amount) ? amount.replace(',', '.') : amount;
}

const MAX_SHOWN = 200;

export function shown(cell: string | undefined): string | null {
  if (cell === undefined) return null;
  // No half of a character.
  return cell.length > MAX_SHOWN ? [...cell.slice(0, MAX_SHOWN + 1)].slice(0, -1).join('').slice(0, MAX_SHOWN) : cell;
}
