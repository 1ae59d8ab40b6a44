import { line, searchText } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { labels } from '../names/inputs.ts';
import { ATTRIBUTE_KINDS } from './model/attribute-definition.ts';
import { sentences } from './sentences.ts';

/** What facets and filters call something that is no attribute. */
const RESERVED: ReadonlySet<string> = new Set(['category', 'price', 'rating', 'availability']);

const Label = labels(80);

const Choices = z
  .array(z.object({ value: z.string().refine((value) => /^[a-z0-9-]{1,40}$/.test(value), said(sentences.noValue)), labels: Label }))
  .refine((given) => new Set(given.map(({ value }) => value)).size === given.length, said(sentences.choiceTwice));

const Unit = line(20).nullish();

export const AttributeDefinitionCreateInput = z.object({
  key: z
    .string()
    .refine((key) => /^[a-z0-9_]{1,40}$/.test(key), said(sentences.noKey))
    .refine((key) => !RESERVED.has(key), said(sentences.reservedKey)),
  names: Label,
  kind: z.enum(ATTRIBUTE_KINDS),
  unit: Unit.transform((unit) => unit ?? null),
  choices: Choices.nullish().transform((choices) => choices ?? []),
  isFilterable: z.boolean(),
});

export const AttributeDefinitionUpdateInput = z.object({
  attributeDefinitionId: z.string(),
  names: Label.optional(),
  unit: Unit,
  choices: Choices.optional(),
  isFilterable: z.boolean().optional(),
  expectedVersion: z.int().nullish(),
});

/** Arguments of `attributeDefinitions`, so that a problem names its place in them. */
export const AttributeDefinitionsArgs = z.object({
  filter: z
    .object({ query: searchText(100).nullish(), kinds: z.array(z.enum(ATTRIBUTE_KINDS)).nullish(), isFilterable: z.boolean().nullish() })
    .nullish()
    .transform((filter) => filter ?? {}),
});
