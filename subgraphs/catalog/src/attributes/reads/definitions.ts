import { beginningWith } from '@agora/platform/reading/beginning';
import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { category } from '../../cached.ts';
import { AttributeDefinition, type AttributeKind } from '../model/attribute-definition.ts';

const definitions = rowsOf(AttributeDefinition);

export type DefinitionRow = RowOf<typeof definitions>;

interface DefinitionsArgs extends PageArgs {
  readonly filter: {
    readonly query?: string | null | undefined;
    readonly kinds?: readonly AttributeKind[] | null | undefined;
    readonly isFilterable?: boolean | null | undefined;
  };
}

export const attributeReads = {
  attributeDefinition: byKey({ rows: definitions, key: 'id', asKey: idOf('atd'), cached: category }),
  attributeDefinitions: listOf({
    rows: definitions,
    where: conditionsOf,
    order: sortedBy('attribute definitions', { sql: 'attribute_definition.key', type: 'text', direction: 'ASC' }),
  }),
};

function conditionsOf({ filter: { query, kinds, isFilterable } }: DefinitionsArgs, bind: Bind): string[] {
  return [
    ...(query ? [`(attribute_definition.key like ${beginningWith(query, bind)} or ${isCalled(query, bind)})`] : []),
    ...(kinds ? [`attribute_definition.kind = any(${bind(kinds)}::text[])`] : []),
    ...(typeof isFilterable === 'boolean' ? [`attribute_definition.is_filterable = ${bind(isFilterable)}::boolean`] : []),
  ];
}

/** Whether a word of its label begins so, in whichever language. */
function isCalled(typed: string, bind: Bind): string {
  return `exists (
    select from jsonb_array_elements(attribute_definition.names) as label
    where ' ' || search.unaccented(label ->> 'text') like '% ' || search.unaccented(${beginningWith(typed, bind)})
  )`;
}
