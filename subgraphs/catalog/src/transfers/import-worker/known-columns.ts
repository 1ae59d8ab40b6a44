import { columnsOf } from '@agora/platform/reading/columns';
import { canonicalLocale } from '@agora/platform/input/locale';
import { isLanguageOfOurs } from '@agora/platform/input/sentence';
import { isCurrencyCode } from '@agora/platform/money';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AttributeDefinition, type AttributeKind } from '../../attributes/model/attribute-definition.ts';
import type { RowProblem } from '../format/file-row.ts';
import { familyColumn, isColumn, WHY } from '../model/columns.ts';
import { sentences } from '../sentences.ts';
import { placeNames, type PlaceNames } from '../sheets.ts';

/** What the columns of an import may be about. */
export interface KnownColumns {
  /** By key. */
  readonly attributes: ReadonlyMap<string, AttributeKind>;
  readonly places: PlaceNames;
  /** Ids by what a column calls them. */
  readonly locations: ReadonlyMap<string, string>;
}

export async function knownColumns(em: EntityManager, sellerId: string): Promise<KnownColumns> {
  const definitions = await allDefinitions(em);
  const places = await placeNames(em, sellerId);
  return {
    attributes: new Map(definitions.map(({ key, kind }) => [key, kind])),
    places,
    locations: new Map([...places.byId].flatMap(([id, name]) => [[name, id] as const, [id, id] as const])),
  };
}

const allDefinitions = statement(columnsOf(AttributeDefinition, 'key', 'kind'), (columns) => `select ${columns} from attribute_definition`);

/** What is wrong with the names of these columns. */
export function unknownAmong(names: Iterable<string>, row: number, known: KnownColumns): RowProblem[] {
  return [...names].flatMap((column): RowProblem[] =>
    isKnown(column, known) ? [] : [{ row, column: column.slice(0, 200), value: null, code: 'INVALID', message: sentences.noSuchColumn }],
  );
}

function isKnown(column: string, { attributes, locations }: KnownColumns): boolean {
  if (column === '' || column === WHY || isColumn(column)) return true;
  const found = familyColumn(column);
  if (!found) return false;
  if (found.family === 'name' || found.family === 'description')
    return isLanguageOfOurs(found.of) && canonicalLocale(found.of) === found.of;
  if (found.family === 'attribute') return attributes.has(found.of);
  return found.family === 'stock' ? locations.has(found.of) : isCurrencyCode(found.of);
}
